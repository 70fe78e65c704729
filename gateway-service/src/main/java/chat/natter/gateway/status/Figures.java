package chat.natter.gateway.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as people read them: no more digits than tell something, with their units. */
final class Figures {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final double FEW = 10;
    private static final double LEAST = 0.1;
    private static final double SECOND_MILLIS = 1_000;

    private Figures() {}

    /** {@code 12,345}. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * One decimal below ten, and never 0 for what is more than nothing: {@code 0}, {@code < 0.1}, {@code 2.5},
     * {@code 1,807}.
     */
    static String decimal(double value) {
        if (value == 0) {
            return "0";
        }
        if (value < LEAST) {
            return "< 0.1";
        }
        return String.format(Locale.ROOT, value < FEW ? "%.1f" : "%,.0f", value);
    }

    /** {@code 4.2 ms}, {@code 120 ms}, {@code 1.2 s}. */
    static String millis(double value) {
        return value < SECOND_MILLIS ? decimal(value) + " ms" : decimal(value / SECOND_MILLIS) + " s";
    }

    /**
     * The two largest units at most, and what is beyond them cut off: {@code 0.9 s}, {@code 12 s}, {@code 5 min},
     * {@code 3 h 12 min}, {@code 4 d 3 h}.
     */
    static String duration(Duration value) {
        if (value.toMinutes() == 0) {
            return value.toSeconds() < FEW
                    ? value.toSeconds() + "." + value.toMillisPart() / 100 + " s"
                    : value.toSeconds() + " s";
        }
        if (value.toHours() == 0) {
            return value.toMinutes() + " min";
        }
        return value.toDays() == 0
                ? value.toHours() + " h " + value.toMinutesPart() + " min"
                : value.toDays() + " d " + value.toHoursPart() + " h";
    }

    /** {@code 2026-01-31 17:05:09 UTC}. */
    static String utc(Instant at) {
        return UTC.format(at);
    }
}
