package chat.natter.load.mixed;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is to be gone on with later; may be added to from any thread, done by one. */
final class Agenda {
    private record Entry(long due, long number, Runnable what) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::number));
    private long number;

    /** At that {@link System#nanoTime}, or as soon as possible after it. */
    synchronized void add(long due, Runnable what) {
        entries.add(new Entry(due, number++, what));
    }

    /** Does all that is due at that moment, in its order. */
    void doUntil(long now) {
        for (Runnable next = poll(now); next != null; next = poll(now)) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable poll(long now) {
        Entry first = entries.peek();
        if (first == null || first.due() - now > 0) {
            return null;
        }
        entries.remove();
        return first.what();
    }

    synchronized boolean isEmpty() {
        return entries.isEmpty();
    }
}
