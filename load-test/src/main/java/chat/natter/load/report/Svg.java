package chat.natter.load.report;

import java.util.Locale;

/** How numbers are written in drawings. */
final class Svg {
    private Svg() {}

    /** At most one decimal: a tenth of a pixel is not seen. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
