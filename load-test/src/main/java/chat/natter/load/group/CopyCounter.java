package chat.natter.load.group;

import chat.natter.contract.frame.ServerFrame;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** One member's copies: counted, and checked to come in order and without a gap. */
final class CopyCounter {
    private final LongAdder copies;
    private final LongAdder faults;
    private final AtomicLong last = new AtomicLong();

    CopyCounter(LongAdder copies, LongAdder faults) {
        this.copies = copies;
        this.faults = faults;
    }

    void received(ServerFrame.Message message) {
        if (!last.compareAndSet(message.seq() - 1, message.seq())) {
            faults.increment();
            last.set(message.seq());
        }
        copies.increment();
    }

    long last() {
        return last.get();
    }
}
