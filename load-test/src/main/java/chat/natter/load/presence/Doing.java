package chat.natter.load.presence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody does, and how they stand to the app afterwards. */
enum Doing {
    /** Connects. */
    COME(Standing.LOOKING),
    /** Closes the socket. */
    LEAVE(Standing.GONE),
    /** The socket is gone without a word. */
    BREAK_OFF(Standing.GONE),
    PUT_ASIDE(Standing.ASIDE),
    TAKE_UP(Standing.LOOKING),
    /** Drops the socket and comes back at another gateway, looking or not as before. */
    MOVE(null);

    private static final List<Doing> IF_LOOKING = List.of(LEAVE, BREAK_OFF, PUT_ASIDE, MOVE);
    private static final List<Doing> IF_ASIDE = List.of(TAKE_UP, TAKE_UP, LEAVE, BREAK_OFF, MOVE);
    private static final List<Doing> IF_GONE = List.of(COME);

    private final @Nullable Standing after;

    Doing(@Nullable Standing after) {
        this.after = after;
    }

    /** What one can do; what stands there twice is done twice as often. */
    static List<Doing> possible(Standing standing) {
        return switch (standing) {
            case LOOKING -> IF_LOOKING;
            case ASIDE -> IF_ASIDE;
            case GONE -> IF_GONE;
        };
    }

    Standing from(Standing before) {
        return after == null ? before : after;
    }
}
