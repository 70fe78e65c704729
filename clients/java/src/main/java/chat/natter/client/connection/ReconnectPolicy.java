package chat.natter.client.connection;

import chat.natter.contract.CloseCode;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides whether, when and with which credential a client comes back. A refused ticket costs one attempt with a token;
 * a token that is refused twice in a row is final.
 */
final class ReconnectPolicy {
    private final Backoff backoff;
    private final RandomGenerator random;
    private int failures;
    private int refusedTokens;

    ReconnectPolicy(Backoff backoff, RandomGenerator random) {
        this.backoff = backoff;
        this.random = random;
    }

    /** The server has welcomed us: earlier failures count no more. */
    void welcomed() {
        failures = 0;
        refusedTokens = 0;
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
        return comeBack(nextDelay());
    }

    private NextStep afterClose(Optional<CloseCode> code, boolean usedTicket) {
        if (code.isEmpty()) {
            return comeBack(nextDelay());
        }
        if (code.get() == CloseCode.UNAUTHENTICATED) {
            return afterRefusal(usedTicket);
        }
        return code.get().mayReconnect() ? comeBack(nextDelay()) : new NextStep.GiveUp(code.get());
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
