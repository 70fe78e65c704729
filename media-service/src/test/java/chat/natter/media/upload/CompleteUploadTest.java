package chat.natter.media.upload;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.Mime;
import chat.natter.media.item.SomeItems;
import chat.natter.media.storage.Attested;
import chat.natter.media.storage.InMemoryObjects;
import chat.natter.media.storage.InMemoryParts;
import chat.natter.media.storage.ItemJson;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import chat.natter.media.storage.Slot;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompleteUploadTest {
    private static final int PART = 8 * 1024 * 1024;
    private static final byte[] FILM = SomeItems.mp4(PART + 1_000_000);

    private final InMemoryObjects objects = new InMemoryObjects();
    private final ItemStore items = new ItemStore(objects, new ItemJson(new ObjectMapper()));
    private final InMemoryParts parts = new InMemoryParts(objects);
    private final UserId owner = SomeItems.user();
    private final MediaItem item = SomeItems.of(owner, SomeItems.BYTES, "image/png", null);

    @Test
    void aCompleteMediumConsistsOfItsBytesAndItsDescriptionOnly() {
        // Given
        items.announce(new Slot(item, null));
        upload(SomeItems.BYTES);

        // When
        CompleteResult result = complete();

        // Then
        assertThat(result).isEqualTo(new CompleteResult.Completed(item, false));
        assertThat(objects.keys())
                .containsExactly(
                        "hashes/" + owner + "/" + item.file().sha256() + "-0",
                        "media/" + item.id() + ".json",
                        "objects/" + item.id(),
                        "unsent/" + item.id());
    }

    @Test
    void completingTwiceIsHarmless() {
        // Given
        items.announce(new Slot(item, null));
        upload(SomeItems.BYTES);
        complete();

        // When
        upload(new byte[] {66});
        CompleteResult again = complete();

        // Then
        assertThat(again).isEqualTo(new CompleteResult.Completed(item, true));
        assertThat(stored()).contains(SomeItems.BYTES);
    }

    @Test
    void removesWhatIsNotWhatWasAnnouncedAndLetsTheOwnerTryAgain() {
        // Given
        items.announce(new Slot(item, null));
        byte[] sameLength = SomeItems.BYTES.clone();
        sameLength[3]++;

        // When
        upload(sameLength);
        CompleteResult otherHash = complete();
        upload(new byte[] {1});
        CompleteResult otherSize = complete();
        CompleteResult nothing = complete();
        upload(SomeItems.BYTES);
        CompleteResult right = complete();

        // Then
        assertThat(otherHash).isEqualTo(new CompleteResult.Mismatch());
        assertThat(otherSize).isEqualTo(new CompleteResult.Mismatch());
        assertThat(nothing).isEqualTo(new CompleteResult.NotUploaded());
        assertThat(right).isEqualTo(new CompleteResult.Completed(item, false));
    }

    @Test
    void onlyTheOwnerCompletes() {
        // Given
        items.announce(new Slot(item, null));
        upload(SomeItems.BYTES);

        // Then
        CompleteResult foreign = new CompleteResult.NoUpload(new FindUpload.Found.Foreign());
        assertThat(complete(SomeItems.user())).isEqualTo(foreign);
        complete();
        assertThat(complete(SomeItems.user())).isEqualTo(foreign);
    }

    @Test
    void knowsNothingOfWhatWasNotAnnounced() {
        assertThat(complete()).isEqualTo(new CompleteResult.NoUpload(new FindUpload.Found.Unknown()));
    }

    @Test
    void removesWhatComesTooLate() {
        // Given
        items.announce(new Slot(item, null));
        upload(SomeItems.BYTES);

        // When
        CompleteResult result = completing(
                        objects, SomeItems.NOW.plus(SomeUploads.LIFETIME).plusMillis(1))
                .complete(item.id(), owner);

        // Then
        assertThat(result).isEqualTo(new CompleteResult.NoUpload(new FindUpload.Found.Expired()));
        assertThat(objects.keys()).isEmpty();
    }

    @Test
    void goesOnAfterACrashBetweenTheCopyAndTheDescription() {
        // Given
        items.announce(new Slot(item, null));
        upload(SomeItems.BYTES);
        objects.put(ObjectKey.object(item.id()), "image/png", SomeItems.BYTES);

        // Then
        assertThat(complete()).isEqualTo(new CompleteResult.Completed(item, false));
    }

    @Test
    void bytesThatAreSwappedWhileTheyAreVerifiedAreNotTaken() {
        // Given
        items.announce(new Slot(item, null));
        upload(SomeItems.BYTES);
        ObjectStore swapping = new Swapping(objects);

        // When
        CompleteResult result = completing(swapping, SomeItems.NOW).complete(item.id(), owner);

        // Then
        assertThat(result).isEqualTo(new CompleteResult.NotUploaded());
        assertThat(stored()).isEmpty();
    }

    @Test
    void theSlowerOfTwoDevicesSeesThatItIsDone() {
        // Given
        items.announce(new Slot(item, null));
        upload(SomeItems.BYTES);
        ObjectStore racing = new Swapping(objects) {
            @Override
            void meanwhile(ObjectKey key) {
                completing(objects, SomeItems.NOW).complete(item.id(), owner);
            }
        };

        // Then
        assertThat(completing(racing, SomeItems.NOW).complete(item.id(), owner))
                .isEqualTo(new CompleteResult.Completed(item, true));
    }

    @Test
    void doesNotReadWhatTheStoreHasVerified() {
        // Given: a store that attests a hash, and bytes that have another one
        items.announce(new Slot(item, null));
        byte[] sameLength = SomeItems.BYTES.clone();
        sameLength[20]++;
        objects.putAttested(
                ObjectKey.upload(item.id()),
                sameLength,
                new Attested(item.file().sha256(), 0));

        // Then: the store's word counts
        assertThat(complete()).isEqualTo(new CompleteResult.Completed(item, false));
    }

    @Test
    void refusesAndRemovesAPageThatIsSaidToBeAPicture() {
        // Given
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        MediaItem lie = SomeItems.of(owner, page, "image/png", null);
        items.announce(new Slot(lie, null));
        objects.put(ObjectKey.upload(lie.id()), "image/png", page);

        // Then
        assertThat(completing(objects, SomeItems.NOW).complete(lie.id(), owner))
                .isEqualTo(new CompleteResult.Disguised(new Mime("text/html")));
        assertThat(objects.keys()).isEmpty();
    }

    @Test
    void joinsPartsOnceAllAreThere() {
        // Given
        MediaItem film = announcedInParts(FILM);

        // When
        putPart(film, 1);
        CompleteResult early = completing(objects, SomeItems.NOW).complete(film.id(), owner);
        putPart(film, 2);
        CompleteResult complete = completing(objects, SomeItems.NOW).complete(film.id(), owner);

        // Then
        assertThat(early).isEqualTo(new CompleteResult.NotUploaded());
        assertThat(complete).isEqualTo(new CompleteResult.Completed(film, false));
        assertThat(objects.keys())
                .containsExactly(
                        "hashes/" + owner + "/" + film.file().sha256() + "-2",
                        "media/" + film.id() + ".json",
                        "objects/" + film.id(),
                        "unsent/" + film.id());
        assertThat(parts.open()).isEmpty();
    }

    @Test
    void goesOnAfterACrashBetweenJoiningAndTheDescription() {
        // Given
        MediaItem film = announcedInParts(FILM);
        putPart(film, 1);
        putPart(film, 2);
        Slot slot = items.announced(film.id()).orElseThrow();
        new JoinParts(objects, parts).join(slot);

        // Then
        assertThat(completing(objects, SomeItems.NOW).complete(film.id(), owner))
                .isEqualTo(new CompleteResult.Completed(film, false));
    }

    @Test
    void removesPartsThatAreNotWhatWasAnnounced() {
        // Given
        byte[] other = FILM.clone();
        other[9_000_000]++;
        MediaItem film = announcedInParts(other);
        putPart(film, 1);
        putPart(film, 2);

        // Then
        assertThat(completing(objects, SomeItems.NOW).complete(film.id(), owner))
                .isEqualTo(new CompleteResult.Mismatch());
        assertThat(objects.keys()).containsExactly("slots/" + film.id() + ".json");
        assertThat(parts.open()).isEmpty();
    }

    private MediaItem announcedInParts(byte[] bytes) {
        MediaItem film = SomeItems.of(owner, SomeItems.inParts(bytes, PART, "video/mp4"));
        items.announce(new Slot(film, parts.begin(ObjectKey.object(film.id()), "video/mp4")));
        return film;
    }

    private void putPart(MediaItem film, int number) {
        String uploadId = items.announced(film.id()).orElseThrow().uploadId();
        int from = (number - 1) * PART;
        parts.put(uploadId, number, Arrays.copyOfRange(FILM, from, Math.min(FILM.length, from + PART)));
    }

    private void upload(byte[] bytes) {
        objects.put(ObjectKey.upload(item.id()), "image/png", bytes);
    }

    private Optional<byte[]> stored() {
        return objects.read(
                ObjectKey.object(item.id()), object -> object.bytes().readAllBytes());
    }

    private CompleteResult complete() {
        return complete(owner);
    }

    private CompleteResult complete(UserId user) {
        return completing(objects, SomeItems.NOW.plusSeconds(5)).complete(item.id(), user);
    }

    private CompleteUpload completing(ObjectStore store, Instant now) {
        return new SomeUploads(objects, parts, items).completing(store, now);
    }

    /** Something happens between the verification and the copy. */
    private static class Swapping implements ObjectStore {
        private final InMemoryObjects objects;

        Swapping(InMemoryObjects objects) {
            this.objects = objects;
        }

        void meanwhile(ObjectKey key) {
            put(key, "image/png", new byte[SomeItems.BYTES.length]);
        }

        @Override
        public void put(ObjectKey key, String contentType, byte[] bytes) {
            objects.put(key, contentType, bytes);
        }

        @Override
        public void put(ObjectKey key, String contentType, Path file) {
            objects.put(key, contentType, file);
        }

        @Override
        public <T> Optional<T> read(ObjectKey key, Reader<T> reader) {
            return objects.read(key, reader);
        }

        @Override
        public Optional<byte[]> start(ObjectKey key, int length) {
            return objects.start(key, length);
        }

        @Override
        public Optional<Stat> stat(ObjectKey key) {
            return objects.stat(key);
        }

        @Override
        public Page list(String prefix, @Nullable ObjectKey after) {
            return objects.list(prefix, after);
        }

        @Override
        public boolean copy(ObjectKey source, String version, ObjectKey target, String contentType) {
            meanwhile(source);
            return objects.copy(source, version, target, contentType);
        }

        @Override
        public void delete(ObjectKey key) {
            objects.delete(key);
        }
    }
}
