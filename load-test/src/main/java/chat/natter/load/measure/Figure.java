package chat.natter.load.measure;

import java.util.Locale;

/** A number that a person wants to see first, with its unit and what it is of. */
public record Figure(String value, String what) {
    private static final String MILLIS = "Millis";

    /** Three digits that count; thousands are grouped. */
    public static Figure of(double number, String unit, String what) {
        return new Figure((text(number) + " " + unit).strip(), what);
    }

    /** A whole number. */
    public static Figure of(long number, String unit, String what) {
        return new Figure((text(number) + " " + unit).strip(), what);
    }

    /** A figure of a result: its name says what it is of, and ends in {@code Millis} if it is a time. */
    public static Figure named(String name, Number number) {
        boolean time = name.endsWith(MILLIS);
        String words = (time ? name.substring(0, name.length() - MILLIS.length()) : name)
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return of(number.doubleValue(), time ? "ms" : "", words);
    }

    /** A whole number alone. */
    public static String text(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The number alone, as {@link #of} writes it. */
    public static String text(double number) {
        double size = Math.abs(number);
        if (size == Math.rint(size) || size >= 100) {
            return text(Math.round(number));
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", number);
    }
}
