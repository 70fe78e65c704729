package chat.natter.presence.streams;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** Figures of this instance's partitions, written by processors and read by the metrics. */
@Singleton
public final class PresenceCounts {
    final LongAdder onlineUsers = new LongAdder();
    final LongAdder sessions = new LongAdder();
    final LongAdder silentExpiries = new LongAdder();
    final LongAdder supersededExpiries = new LongAdder();
    final LongAdder departures = new LongAdder();
    /** Sessions that watch somebody, once for each whom they watch. */
    final LongAdder watches = new LongAdder();

    final LongAdder tells = new LongAdder();
    final LongAdder answers = new LongAdder();
    final LongAdder deadLetters = new LongAdder();
    final LongAdder threadFailures = new LongAdder();
}
