package chat.natter.client.connection;

import chat.natter.contract.CloseCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether, when and with which credential a client comes back. A refused ticket costs one attempt with a token;
 * a token that is refused twice in a row is final.
 *
 * <p>An attempt that ends before its welcome may have left a {@code hello} behind that a busy gateway reads after that
 * of the next attempt, and then the older replaces the newer one. So to be replaced is not final for a while.
 */
final class ReconnectPolicy {
    private static final Duration LATEST_HELLO = Duration.ofMinutes(1);

    private final Backoff backoff;
    private final RandomGenerator random;
    private final LongSupplier nanos;
    private int failures;
    private int refusedTokens;
    private boolean welcome;
    private @Nullable Long helloLeftBehind;

    /** {@code nanos} tells time as {@link System#nanoTime()} does. */
    ReconnectPolicy(Backoff backoff, RandomGenerator random, LongSupplier nanos) {
        this.backoff = backoff;
        this.random = random;
        this.nanos = nanos;
    }

    /** The server has welcomed us: earlier failures count no more. */
    void welcomed() {
        failures = 0;
        refusedTokens = 0;
        welcome = true;
    }

    /** The client itself leaves a connection, whose {@code hello} may still be on its way. */
    void left() {
        if (!welcome) {
            helloLeftBehind = nanos.getAsLong();
        }
        welcome = false;
    }

    /**
     * Decides.
     *
     * @param usedTicket whether the {@code hello} of that connection carried a ticket
     */
    NextStep after(Ending ending, boolean usedTicket) {
        if (ending instanceof Ending.NoToken) {
            return new NextStep.GiveUp(CloseCode.UNAUTHENTICATED);
        }
        if (ending instanceof Ending.GoneAway away) {
            return comeBack(Duration.ofMillis(away.retryAfterMillis() + jitter(away.jitterMillis())));
        }
        if (ending instanceof Ending.Closed closed) {
            return afterClose(CloseCode.ofCode(closed.code()), usedTicket);
        }
        left();
        return comeBack(nextDelay());
    }

    private NextStep afterClose(Optional<CloseCode> code, boolean usedTicket) {
        if (code.isEmpty()) {
            left();
            return comeBack(nextDelay());
        }
        welcome = false;
        if (code.get() == CloseCode.UNAUTHENTICATED) {
            return afterRefusal(usedTicket);
        }
        if (code.get() == CloseCode.REPLACED && wasOvertakenByItself()) {
            return comeBack(nextDelay());
        }
        return code.get().mayReconnect() ? comeBack(nextDelay()) : new NextStep.GiveUp(code.get());
    }

    /** Once per hello left behind: whoever replaces this client again is somebody else. */
    private boolean wasOvertakenByItself() {
        Long left = helloLeftBehind;
        helloLeftBehind = null;
        return left != null && nanos.getAsLong() - left < LATEST_HELLO.toNanos();
    }

    private NextStep afterRefusal(boolean usedTicket) {
        if (usedTicket) {
            return new NextStep.ComeBack(Duration.ZERO, false);
        }
        refusedTokens++;
        // The first may have expired on its way; the second was made for this attempt.
        return refusedTokens > 1
                ? new NextStep.GiveUp(CloseCode.UNAUTHENTICATED)
                : new NextStep.ComeBack(Duration.ZERO, false);
    }

    private Duration nextDelay() {
        return backoff.before(failures++, random);
    }

    private long jitter(int bound) {
        return bound == 0 ? 0 : random.nextLong(bound);
    }

    private static NextStep comeBack(Duration delay) {
        return new NextStep.ComeBack(delay, true);
    }
}
