package chat.natter.presence.gateways;

/**
 * The span in which this instance demonstrably read everything that gateways wrote. Silence counts inside it only:
 * whoever was away must not take its own absence, or the broker's, for the gateways'.
 */
record Contact(long since, long confirmedAt) {
    /** Longer than this without proof is an absence. Well above the watcher's own rhythm. */
    static final long FRESH_MILLIS = 2_000;

    static final Contact NONE = new Contact(0, Long.MIN_VALUE / 2);

    /** The same span if the proof came in time, else a new one that begins now. */
    Contact confirm(long now) {
        return isFresh(now) ? new Contact(since, Math.max(now, confirmedAt)) : new Contact(now, now);
    }

    boolean isFresh(long now) {
        return now - confirmedAt <= FRESH_MILLIS;
    }
}
