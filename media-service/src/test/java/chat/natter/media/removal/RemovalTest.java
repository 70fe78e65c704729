package chat.natter.media.removal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.media.access.Portraits;
import chat.natter.media.access.SomePortraits;
import chat.natter.media.access.SomeReferences;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.SomeItems;
import chat.natter.media.preview.SomePreviews;
import chat.natter.media.quota.SomeQuota;
import chat.natter.media.storage.InMemoryObjects;
import chat.natter.media.storage.InMemoryParts;
import chat.natter.media.storage.ItemJson;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.Slot;
import chat.natter.media.upload.SomeUploads;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private static final Duration DAY = Duration.ofHours(24);

    private final InMemoryObjects objects = new InMemoryObjects();
    private final InMemoryParts parts = new InMemoryParts(objects);
    private final ItemStore items = new ItemStore(objects, new ItemJson(new ObjectMapper()));
    private final SomeUploads uploads = new SomeUploads(objects, parts, items);
    private final Portraits portraits = SomePortraits.in(objects);
    private final RemoveMedium removeMedium = new RemoveMedium(
            items,
            objects,
            SomePreviews.in(objects),
            SomeReferences.in(objects),
            portraits,
            uploads.knownFiles(),
            SomeQuota.in(objects));

    @Test
    void nothingIsLeftOfARemovedFile() {
        MediaItem item = complete(SomeItems.user());
        SomeReferences.send(objects, item, SomeItems.user());
        portraits.show(item.owner(), item.id());

        removeMedium.remove(item);

        assertThat(objects.keys()).isEmpty();
    }

    @Test
    void whatNobodySentGoesAndWhatWasSentStays() {
        // Given
        MediaItem unsent = complete(SomeItems.user());
        MediaItem sent = complete(SomeItems.user());
        SomeReferences.send(objects, sent, SomeItems.user());

        // Then
        assertThat(sweepUnsent(SomeItems.NOW.plus(DAY).minusMillis(1))).isZero();
        assertThat(sweepUnsent(SomeItems.NOW.plus(DAY).plusMillis(1))).isEqualTo(1);
        assertThat(items.complete(unsent.id())).isEmpty();
        assertThat(items.complete(sent.id())).contains(sent);
        assertThat(sweepUnsent(SomeItems.NOW.plus(DAY).plusMillis(1))).isZero();
    }

    @Test
    void aPortraitStaysUntilAnotherIsShown() {
        // Given
        Instant dayAfter = SomeItems.NOW.plus(DAY).plusMillis(1);
        UserId alice = SomeItems.user();
        MediaItem first = complete(alice);
        portraits.show(alice, first.id());
        MediaItem sentToo = complete(alice);
        SomeReferences.send(objects, sentToo, SomeItems.user());

        // Then
        assertThat(sweepUnsent(dayAfter)).isZero();

        // When
        portraits.show(alice, sentToo.id());
        // Then
        assertThat(sweepUnsent(dayAfter)).isEqualTo(1);
        assertThat(items.complete(first.id())).isEmpty();

        // When
        portraits.show(alice, null);
        // Then
        assertThat(sweepUnsent(dayAfter)).isZero();
        assertThat(items.complete(sentToo.id())).contains(sentToo);
    }

    @Test
    void abandonedUploadsGo() {
        // Given
        MediaItem onePut = announced(SomeItems.user(), null);
        objects.mark(ObjectKey.unsent(onePut.id()));
        objects.mark(ObjectKey.previewWanted(onePut.id()));
        MediaItem inParts = SomeItems.of(
                SomeItems.user(), SomeItems.inParts(SomeItems.mp4(9_000_000), 8 * 1024 * 1024, "video/mp4"));
        String uploadId = parts.begin(ObjectKey.object(inParts.id()), "video/mp4");
        items.announce(new Slot(inParts, uploadId));
        parts.put(uploadId, 1, new byte[] {1});
        String withoutSlot = parts.begin(ObjectKey.object(onePut.id()), "video/mp4");
        parts.put(withoutSlot, 1, new byte[] {1});

        // Then
        sweepUploads(SomeItems.NOW.plusSeconds(10));
        assertThat(items.announced(onePut.id())).isPresent();
        sweepUploads(SomeItems.NOW.plus(Duration.ofHours(2)));
        assertThat(items.announced(onePut.id())).isEmpty();
        assertThat(items.announced(inParts.id())).isPresent();
        sweepUploads(SomeItems.NOW.plus(DAY).plusMillis(1));
        assertThat(items.announced(inParts.id())).isEmpty();
        assertThat(parts.open()).isEmpty();
        assertThat(objects.keys()).isEmpty();
    }

    @Test
    void anErasedAccountLeavesNothingBehind() {
        // Given
        UserId alice = SomeItems.user();
        UserId bob = SomeItems.user();
        SomeReferences.send(objects, complete(alice), bob);
        complete(alice);
        announced(alice, new byte[] {1, 2, 3});
        MediaItem bobs = complete(bob);
        portraits.show(alice, complete(alice).id());
        EraseAccount erase =
                new EraseAccount(SomeQuota.in(objects), items, removeMedium, uploads.removeUpload(), portraits);

        // When
        erase.erase(alice);
        erase.erase(alice);

        // Then
        assertThat(objects.keys()).noneMatch(key -> key.contains(alice.value()));
        removeMedium.remove(bobs);
        assertThat(objects.keys()).isEmpty();
    }

    private int sweepUnsent(Instant now) {
        return new SweepUnsent(objects, items, SomeReferences.in(objects), portraits, removeMedium, at(now)).sweep(DAY);
    }

    private void sweepUploads(Instant now) {
        new SweepUploads(objects, parts, items, uploads.removeUpload(), uploads.lifetimes(), at(now)).sweep();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private MediaItem announced(UserId owner, byte @Nullable [] bytes) {
        MediaItem item = SomeItems.of(owner, SomeItems.BYTES, "image/png", null);
        SomeQuota.reserve(objects, item);
        items.announce(new Slot(item, null));
        if (bytes != null) {
            objects.put(ObjectKey.upload(item.id()), "image/png", bytes);
        }
        return item;
    }

    private MediaItem complete(UserId owner) {
        MediaItem item = announced(owner, SomeItems.BYTES);
        uploads.complete(item, SomeItems.NOW);
        return item;
    }
}
