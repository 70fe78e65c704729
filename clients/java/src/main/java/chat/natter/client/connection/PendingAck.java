package chat.natter.client.connection;

/**
 * The acknowledgement that is owed. Cumulative and monotonic: a position below one already acknowledged owes nothing.
 */
final class PendingAck {
    private final int every;
    private long handed;
    private long acknowledged;
    private int entries;

    PendingAck(int every) {
        this.every = every;
    }

    /** An entry has reached the listener. True if the batch is full and the acknowledgement is due now. */
    boolean handed(long position) {
        handed = Math.max(handed, position);
        entries++;
        return entries >= every;
    }

    boolean isOwed() {
        return handed > acknowledged;
    }

    /** The position to acknowledge now; it counts as acknowledged from here on. */
    long take() {
        acknowledged = handed;
        entries = 0;
        return acknowledged;
    }

    /** The highest position that this device needs no more. */
    long position() {
        return handed;
    }
}
