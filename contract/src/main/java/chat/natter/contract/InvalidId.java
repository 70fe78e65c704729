package chat.natter.contract;

/** A text that was given as an id and is none. The text itself is left out: it comes from outside. */
public final class InvalidId extends IllegalArgumentException {
    InvalidId(String what) {
        super("not a valid " + what);
    }
}
