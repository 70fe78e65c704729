package chat.natter.auth.problem;

/** A server we need does not answer. The request may be sent again as it is; the message is shown to the client. */
public final class Unavailable extends RuntimeException {
    public Unavailable(String detail, Throwable cause) {
        super(detail, cause);
    }

    public Unavailable(String detail) {
        super(detail);
    }
}
