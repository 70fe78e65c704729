package chat.natter.load.onetoone;

/** When messages are due at a fixed rate, whatever happened to earlier ones; never at a rate of 0. */
public final class Schedule {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long startNanos;
    private final int perSecond;
    private long count;

    public Schedule(long startNanos, int perSecond) {
        this.startNanos = startNanos;
        this.perSecond = perSecond;
    }

    public boolean isDue(long nowNanos) {
        return perSecond > 0 && nowNanos - due(count) >= 0;
    }

    /** When the next message was due; it counts as sent now. */
    public long next() {
        return due(count++);
    }

    public long count() {
        return count;
    }

    private long due(long index) {
        return startNanos + index * NANOS_PER_SECOND / perSecond;
    }
}
