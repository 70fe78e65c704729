package chat.natter.gateway.kafka;

/**
 * Whether this gateway can know that it counts as alive. Once no heartbeat was stored for so long, its sessions may
 * have been given up and their users may be elsewhere: that is a lapse, also if it is noticed only afterwards, as by a
 * process that was stopped meanwhile.
 */
final class Contact {
    private final long limitNanos;
    private long storedAt;
    private boolean lapsed;

    Contact(long limitNanos, long now) {
        this.limitNanos = limitNanos;
        this.storedAt = now;
    }

    /** A heartbeat that was sent then has been stored. */
    synchronized void stored(long sentAt) {
        lapsed |= sentAt - storedAt > limitNanos;
        storedAt = Math.max(storedAt, sentAt);
    }

    /** Whether heartbeats are stored. */
    synchronized boolean holds(long now) {
        lapsed |= now - storedAt > limitNanos;
        return now - storedAt <= limitNanos;
    }

    /** Whether there was a lapse that nobody has asked for yet. */
    synchronized boolean takeLapse() {
        boolean taken = lapsed;
        lapsed = false;
        return taken;
    }
}
