package chat.natter.load.compare.trial;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says numbered messages of one stream, by rate or, in a closed loop, whenever one is accepted. */
final class Speaker implements LineListener {
    private final int stream;
    private final Timing timing;
    private final Consumer<String> failures;
    private final boolean closedLoop;
    private final Queue<Long> open = new ConcurrentLinkedQueue<>();
    private final AtomicLong said = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private volatile boolean ready;
    private volatile boolean stopped;
    private volatile long most = Long.MAX_VALUE;
    private volatile @Nullable Consumer<String> mouth;

    Speaker(int stream, boolean closedLoop, Timing timing, Consumer<String> failures) {
        this.stream = stream;
        this.closedLoop = closedLoop;
        this.timing = timing;
        this.failures = failures;
    }

    /** How a text gets to whom it is for. */
    void speaksBy(Consumer<String> way) {
        mouth = way;
    }

    /** Says no more than so many in all. */
    void limit(long messages) {
        most = messages;
    }

    /** One more message, which was due at that moment. */
    synchronized void say(long due) {
        Consumer<String> way = mouth;
        if (stopped || way == null || said.get() >= most) {
            return;
        }
        open.add(due);
        way.accept(new Body(stream, said.incrementAndGet(), due).text());
    }

    void stop() {
        stopped = true;
    }

    boolean isReady() {
        return ready;
    }

    long said() {
        return said.get();
    }

    long accepted() {
        return accepted.get();
    }

    @Override
    public void onReady() {
        ready = true;
    }

    @Override
    public void onAccepted() {
        accepted.incrementAndGet();
        Long due = open.poll();
        if (due != null) {
            timing.accepted(due);
        }
        if (closedLoop) {
            say(System.nanoTime());
        }
    }

    @Override
    public void onFailure(String what) {
        failures.accept("a sender: " + what);
    }
}
