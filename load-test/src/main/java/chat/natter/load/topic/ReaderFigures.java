package chat.natter.load.topic;

import chat.natter.load.measure.Latency;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What all readers count together. */
final class ReaderFigures {
    private static final long NANOS_PER_MICRO = 1_000;

    final LongAdder news = new LongAdder();
    final LongAdder pulls = new LongAdder();
    final LongAdder posts = new LongAdder();
    /** Pages that came too early: the archive did not have it yet. */
    final LongAdder empty = new LongAdder();

    final LongAdder refused = new LongAdder();
    final LongAdder outOfOrder = new LongAdder();
    final LongAdder closed = new LongAdder();
    /** From the acceptance of a post until a reader has it. */
    final Latency readAfter = new Latency("read after acceptance");

    void read(Duration after) {
        posts.increment();
        readAfter.micros(after.toNanos() / NANOS_PER_MICRO);
    }
}
