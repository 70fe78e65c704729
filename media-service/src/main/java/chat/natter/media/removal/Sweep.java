package chat.natter.media.removal;

import chat.natter.media.access.TopicsAreRead;
import chat.natter.media.storage.StorageUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sweeps now and then. Every instance does; what one has removed, the others do not find. */
@Singleton
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private final SweepUploads uploads;
    private final SweepUnsent unsent;
    private final TopicsAreRead topicsAreRead;
    private final RemovalConfig config;
    private final Counter removed;

    Sweep(
            SweepUploads uploads,
            SweepUnsent unsent,
            TopicsAreRead topicsAreRead,
            RemovalConfig config,
            MeterRegistry registry) {
        this.uploads = uploads;
        this.unsent = unsent;
        this.topicsAreRead = topicsAreRead;
        this.config = config;
        this.removed = Counter.builder("natter.media.unsent.removed")
                .description("Files that were removed because nobody sent them")
                .register(registry);
    }

    @Scheduled(
            every = "${natter.media.removal.sweep-every:10m}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            uploads.sweep();
            if (topicsAreRead.upToNow()) {
                removed.increment(unsent.sweep(config.unsentAfter()));
            } else {
                LOG.warn("unsent files stay: chat.events or chat.accounts has not been read up to now");
            }
        } catch (StorageUnavailable e) {
            LOG.warn("not swept: storage unavailable");
        }
    }
}
