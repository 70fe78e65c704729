package chat.natter.media.preview;

import chat.natter.contract.MediaId;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.MediaItem;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has previews made after their medium is complete. The mark is set before, so that a crash in between loses nothing.
 */
@Singleton
public class QueuePreviews {
    private final MakeWanted makeWanted;
    private final PreviewStore store;
    private final PreviewThreads threads;
    private final PreviewConfig config;
    private final Map<MediaId, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    QueuePreviews(MakeWanted makeWanted, PreviewStore store, PreviewThreads threads, PreviewConfig config) {
        this.makeWanted = makeWanted;
        this.store = store;
        this.threads = threads;
        this.config = config;
    }

    /** To be called before the medium is complete. */
    public void want(MediaItem item) {
        if (canHave(item.file())) {
            store.mark(item.id());
        }
    }

    private boolean canHave(FileClaim file) {
        return config.enabled() && file.isInert();
    }

    /** To be called when the medium is complete: makes the preview soon, or leaves it to a later look at the marks. */
    public void make(MediaItem item) {
        if (canHave(item.file())) {
            make(item.id());
        }
    }

    void make(MediaId id) {
        CompletableFuture<Void> made = new CompletableFuture<>();
        if (underWay.putIfAbsent(id, made) != null) {
            return;
        }
        try {
            threads.workers().execute(() -> {
                try {
                    makeWanted.make(id);
                } finally {
                    underWay.remove(id);
                    made.complete(null);
                }
            });
        } catch (RejectedExecutionException e) {
            underWay.remove(id);
            made.complete(null);
        }
    }

    /** The preview as it is now, or as soon as it is there within the configured patience. */
    public Preview await(MediaItem item) {
        CompletableFuture<Void> made = underWay.get(item.id());
        if (made != null) {
            await(made);
        }
        return now(item);
    }

    private void await(CompletableFuture<Void> made) {
        try {
            made.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Then it is not there yet; nobody fails for want of a preview.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The preview as it is now. */
    public Preview now(MediaItem item) {
        if (item.file().encrypted()) {
            return Preview.none("the file is encrypted");
        }
        return store.find(item.id())
                .orElseGet(
                        () -> store.isMarked(item.id()) ? Preview.pending() : Preview.none("no preview of this type"));
    }
}
