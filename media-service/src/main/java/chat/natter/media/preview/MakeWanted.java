package chat.natter.media.preview;

import chat.natter.contract.MediaId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.ItemStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes one preview that is marked as wanted, and keeps it. */
@Singleton
class MakeWanted {
    private static final Logger LOG = Logger.getLogger(MakeWanted.class);

    private final MakePreview makePreview;
    private final PreviewStore store;
    private final ItemStore items;
    private final MeterRegistry registry;

    MakeWanted(MakePreview makePreview, PreviewStore store, ItemStore items, MeterRegistry registry) {
        this.makePreview = makePreview;
        this.store = store;
        this.items = items;
        this.registry = registry;
    }

    void make(MediaId id) {
        Optional<MediaItem> item = items.complete(id);
        if (item.isEmpty()) {
            // Marked just before its medium became complete, or removed since.
            return;
        }
        Timer.Sample began = Timer.start(registry);
        try {
            Made made = makePreview.make(item.get());
            store.keep(id, made);
            began.stop(timer(made.preview().status().name()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | OutOfMemoryError e) {
            // The mark stays: it is tried again later.
            LOG.warnf("preview failed mediaId=%s cause=%s", id, e);
            began.stop(timer("failed"));
        }
    }

    private Timer timer(String outcome) {
        return Timer.builder("natter.media.previews")
                .description("Previews made, by outcome, and how long each took")
                .tag("outcome", outcome)
                .register(registry);
    }
}
