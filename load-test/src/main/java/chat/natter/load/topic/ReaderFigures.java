package chat.natter.load.topic;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What all readers count together. */
final class ReaderFigures {
    final LongAdder news = new LongAdder();
    final LongAdder pulls = new LongAdder();
    final LongAdder posts = new LongAdder();
    /** Pages that came too early: the archive did not have it yet. */
    final LongAdder empty = new LongAdder();

    final LongAdder refused = new LongAdder();
    final LongAdder outOfOrder = new LongAdder();
    final LongAdder closed = new LongAdder();
    /** From the acceptance of a post until a reader has it, in milliseconds. */
    private final Histogram readAfter = new ConcurrentHistogram(TimeUnit.HOURS.toMillis(1), 3);

    void read(Duration after) {
        posts.increment();
        readAfter.recordValue(Math.max(0, after.toMillis()));
    }

    long readAfterMillis(double percentile) {
        return readAfter.getValueAtPercentile(percentile);
    }
}
