package chat.natter.load;

import static org.awaitility.Awaitility.await;

import chat.natter.load.ledger.RecordedDevice;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Two people who talk to each other without a pause, whatever happens to the servers meanwhile. */
final class Chatter implements AutoCloseable {
    /** Something is always under way, and yet a service gets the processor that it needs to start. */
    private static final int EVERY_MILLIS = 50;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> talk;
    private int number;

    private Chatter(RecordedDevice one, RecordedDevice other) {
        this.talk = thread.scheduleAtFixedRate(
                () -> {
                    number++;
                    one.send(other.user(), Scene.text("a" + number));
                    other.send(one.user(), Scene.text("b" + number));
                },
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    static Chatter between(RecordedDevice one, RecordedDevice other) {
        return new Chatter(one, other);
    }

    /** No send begins after this. */
    void stop() {
        talk.cancel(false);
        thread.shutdown();
        await("the end of the chatter").until(thread::isTerminated);
    }

    @Override
    public void close() {
        stop();
    }
}
