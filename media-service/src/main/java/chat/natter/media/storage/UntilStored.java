package chat.natter.media.storage;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Repeats an idempotent effect of a record until storage has it: while storage is away the partition waits. */
@Singleton
public class UntilStored {
    private static final Logger LOG = Logger.getLogger(UntilStored.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    public void run(Runnable effect) {
        int failures = 0;
        while (true) {
            try {
                effect.run();
                return;
            } catch (StorageUnavailable e) {
                if (failures == 0) {
                    LOG.warnf("held up, trying again cause=%s", e.getCause());
                }
                failures++;
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("stopping; the record will come again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopping; the record will come again", e);
        }
    }
}
