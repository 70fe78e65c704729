package chat.natter.media.upload;

import chat.natter.media.item.MediaItem;
import chat.natter.media.metadata.RemoveMetadata;
import chat.natter.media.preview.SomePreviews;
import chat.natter.media.quota.SomeQuota;
import chat.natter.media.scan.SomeScan;
import chat.natter.media.storage.InMemoryObjects;
import chat.natter.media.storage.InMemoryParts;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Uploads over storage in memory. */
public final class SomeUploads {
    static final Duration LIFETIME = Duration.ofMinutes(60);
    private static final UploadConfig CONFIG = new SomeUploadConfig(LIFETIME, 1, Duration.ofSeconds(1));

    private final InMemoryObjects objects;
    private final InMemoryParts parts;
    private final ItemStore items;

    public SomeUploads(InMemoryObjects objects, InMemoryParts parts, ItemStore items) {
        this.objects = objects;
        this.parts = parts;
        this.items = items;
    }

    public KnownFiles knownFiles() {
        return new KnownFiles(items, objects);
    }

    public RemoveUpload removeUpload() {
        return new RemoveUpload(items, objects, parts, SomeQuota.in(objects));
    }

    public Lifetimes lifetimes() {
        return new Lifetimes(CONFIG);
    }

    /** Completes an upload whose bytes are there. */
    public void complete(MediaItem item, Instant now) {
        CompleteResult result = completing(objects, now).complete(item.id(), item.owner());
        if (!(result instanceof CompleteResult.Completed)) {
            throw new IllegalStateException(result.toString());
        }
    }

    CompleteUpload completing(ObjectStore store, Instant now) {
        RemoveUpload remove = new RemoveUpload(items, store, parts, SomeQuota.in(objects));
        PublishMedium publish = new PublishMedium(items, store, knownFiles(), SomePreviews.off(objects, items));
        return new CompleteUpload(
                new FindUpload(items, remove, lifetimes(), Clock.fixed(now, ZoneOffset.UTC)),
                new VerifyUpload(
                        new JoinParts(store, parts),
                        new CheckBytes(store),
                        new SniffType(store),
                        SomeScan.off(store),
                        new RemoveMetadata(store),
                        remove,
                        publish),
                publish,
                items,
                new TakeTurns(CONFIG));
    }
}
