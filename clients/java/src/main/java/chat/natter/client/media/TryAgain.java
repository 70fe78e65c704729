package chat.natter.client.media;

import chat.natter.client.connection.Backoff;
import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import java.time.Duration;
import java.util.function.Supplier;

/** Tries again, after longer and longer pauses, what failed for want of a server; a refusal is final. */
public final class TryAgain {
    private static final int ATTEMPTS = 6;
    private static final int SERVER_ERRORS = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Backoff pauses;
    private final int attempts;

    TryAgain(Duration firstPause) {
        this(firstPause, ATTEMPTS);
    }

    /**
     * @param firstPause doubled after each further attempt, up to 15 s
     * @param attempts in all
     */
    public TryAgain(Duration firstPause, int attempts) {
        this.pauses = new Backoff(firstPause, LONGEST_PAUSE);
        this.attempts = attempts;
    }

    /** What the call returns; after the last attempt its exception. */
    public <T> T run(Supplier<T> call) {
        for (int failed = 0; failed < attempts - 1; failed++) {
            Duration pause = pauses.bound(failed);
            try {
                return call.get();
            } catch (ApiUnreachable e) {
                if (!paused(pause)) {
                    throw e;
                }
            } catch (ApiRefused e) {
                if (e.status() < SERVER_ERRORS || !paused(pause)) {
                    throw e;
                }
            }
        }
        return call.get();
    }

    /** False if nobody waits for the result any more. */
    private static boolean paused(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
