package chat.natter.auth.limit;

import java.time.Duration;

/** Too many tries. Thrown, because nothing more is to be done for the request. */
public final class RateLimited extends RuntimeException {
    private final Duration retryAfter;

    public RateLimited(Duration retryAfter) {
        // Without a stack trace: it is most useful when there are many.
        super("too many tries", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
