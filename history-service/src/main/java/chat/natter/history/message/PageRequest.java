package chat.natter.history.message;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a client asks for: at most {@code limit} of those next to {@code bound}, which itself is left out.
 *
 * @param bound a seq, 0 and above
 */
record PageRequest(Direction direction, long bound, int limit) {
    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    static PageRequest newest(int limit) {
        return before(Long.MAX_VALUE, limit);
    }

    static PageRequest before(long seq, int limit) {
        return new PageRequest(Direction.OLDER, seq, limit);
    }

    static PageRequest after(long seq, int limit) {
        return new PageRequest(Direction.NEWER, seq, limit);
    }

    /** Reads the query parameters; what is out of range is refused with {@code bad_request}. */
    static PageRequest parse(@Nullable String before, @Nullable String after, @Nullable String limit) {
        int count = limit == null ? DEFAULT_LIMIT : (int) number("limit", limit, 1, MAX_LIMIT);
        if (before != null && after != null) {
            throw new Refusal(Problem.BAD_REQUEST, "before and after exclude each other");
        }
        if (before != null) {
            return before(number("before", before, 0, Long.MAX_VALUE), count);
        }
        return after == null ? newest(count) : after(number("after", after, 0, Long.MAX_VALUE), count);
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
