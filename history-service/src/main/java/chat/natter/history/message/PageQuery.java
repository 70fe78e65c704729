package chat.natter.history.message;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which page a client asks for, at most {@code limit} messages. */
sealed interface PageQuery {
    int DEFAULT_LIMIT = 50;
    int MAX_LIMIT = 200;

    /** The newest messages. */
    record Newest(int limit) implements PageQuery {}

    /** Those next to the place in one direction; a message that is named is itself left out. */
    record Beside(Direction direction, Place place, int limit) implements PageQuery {}

    /** Those on both sides of the place; a message that is named is in it. */
    record Around(Place place, int limit) implements PageQuery {}

    /** Reads the query parameters; what is out of range is refused with {@code bad_request}. */
    static PageQuery parse(
            @Nullable String before, @Nullable String after, @Nullable String around, @Nullable String limit) {
        int count = limit == null ? DEFAULT_LIMIT : (int) number("limit", limit, 1, MAX_LIMIT);
        if (Stream.of(before, after, around).filter(bound -> bound != null).count() > 1) {
            throw new Refusal(Problem.BAD_REQUEST, "before, after and around exclude each other");
        }
        if (before != null) {
            return new Beside(Direction.OLDER, place("before", before), count);
        }
        if (after != null) {
            return new Beside(Direction.NEWER, place("after", after), count);
        }
        return around == null ? new Newest(count) : new Around(place("around", around), count);
    }

    private static Place place(String name, String text) {
        // A date has a dash that is no sign; everything else is meant as a number.
        if (text.indexOf('-') < 1) {
            return new Place.Seq(number(name, text, 0, Long.MAX_VALUE));
        }
        try {
            return new Place.Moment(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            throw new Refusal(Problem.BAD_REQUEST, name + " must be a seq or a time such as 2026-03-01T12:00:00Z");
        }
    }

    private static long number(String name, String text, long min, long max) {
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number that is out of range.
        }
        String range = max == Long.MAX_VALUE ? min + " or more" : min + " to " + max;
        throw new Refusal(Problem.BAD_REQUEST, name + " must be a whole number, " + range);
    }
}
