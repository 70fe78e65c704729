package chat.natter.gateway.kafka;

/**
 * Whether this gateway can know that it counts as alive. Once no heartbeat was stored for so long, its sessions may
 * have been given up and their users may be elsewhere: that is a lapse, also if it is noticed only afterwards, as by a
 * process that was stopped meanwhile.
 */
final class Contact {
    private final long limitNanos;
    private boolean begun;
    private boolean made;
    private long silentSince;
    private boolean lapsed;

    Contact(long limitNanos) {
        this.limitNanos = limitNanos;
    }

    /** Heartbeats are sent from now on, and silence counts from here; who never was there cannot lapse. */
    synchronized void begin(long now) {
        begun = true;
        silentSince = now;
    }

    /** A heartbeat that was sent then has been stored. */
    synchronized void stored(long sentAt) {
        notice(sentAt);
        made = true;
        silentSince = Math.max(silentSince, sentAt);
    }

    /** Whether heartbeats are stored: not before the first one is. */
    synchronized boolean holds(long now) {
        notice(now);
        return made && !isTooLong(now);
    }

    /** Whether there was a lapse that nobody has asked for yet. */
    synchronized boolean takeLapse() {
        boolean taken = lapsed;
        lapsed = false;
        return taken;
    }

    private void notice(long now) {
        lapsed |= begun && isTooLong(now);
    }

    private boolean isTooLong(long now) {
        return now - silentSince > limitNanos;
    }
}
