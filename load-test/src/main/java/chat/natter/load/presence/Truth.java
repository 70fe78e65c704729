package chat.natter.load.presence;

import chat.natter.contract.PresenceState;
import java.time.Duration;

/**
 * What is true of one person. One thread says what happens, any may ask. Whoever watches has to see the last change in
 * the end, and need not see those before it: going is told after a grace, in which one may come back unnoticed, and of
 * several changes within the throttle only the last is told.
 */
final class Truth {
    static final Duration GRACE = Duration.ofSeconds(10);
    static final Duration THROTTLE = Duration.ofSeconds(5);

    /**
     * A change of what others see.
     *
     * @param number counts the person's changes
     * @param at {@link System#nanoTime}
     * @param alone nothing that was told before can hold it back
     */
    record Change(long number, PresenceState to, long at, boolean alone) {
        /** When the last frame may leave that tells of it. */
        private long toldBy() {
            long grace = to == PresenceState.OFFLINE ? GRACE.toNanos() : 0;
            return at + grace + THROTTLE.toNanos();
        }
    }

    private volatile Change last;

    Truth(long now) {
        last = new Change(0, PresenceState.OFFLINE, now - GRACE.toNanos() - 2 * THROTTLE.toNanos(), true);
    }

    /** What was done may change nothing for others. */
    void become(Standing standing, long now) {
        Change before = last;
        if (before.to() != standing.state()) {
            boolean alone = now - before.toldBy() >= THROTTLE.toNanos();
            last = new Change(before.number() + 1, standing.state(), now, alone);
        }
    }

    Change last() {
        return last;
    }

    PresenceState state() {
        return last.to();
    }
}
