package chat.natter.media.preview;

import chat.natter.contract.MediaId;
import chat.natter.media.storage.StorageUnavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks for previews that nobody came to make: the instance was killed, its queue was full, or it failed. */
@Singleton
class ResumePreviews {
    private static final Logger LOG = Logger.getLogger(ResumePreviews.class);

    private final PreviewStore store;
    private final QueuePreviews queue;
    private final PreviewThreads threads;
    private final PreviewConfig config;

    ResumePreviews(PreviewStore store, QueuePreviews queue, PreviewThreads threads, PreviewConfig config) {
        this.store = store;
        this.queue = queue;
        this.threads = threads;
        this.config = config;
    }

    @Scheduled(
            every = "${natter.media.preview.resume-every:30s}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void resume() {
        if (!threads.workers().getQueue().isEmpty()) {
            return;
        }
        try {
            List<MediaId> marked = store.marked(config.queue());
            marked.forEach(queue::make);
        } catch (StorageUnavailable e) {
            LOG.warnf("previews not resumed: storage unavailable");
        }
    }
}
