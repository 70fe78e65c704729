package chat.natter.media.upload;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.SomeItems;
import chat.natter.media.storage.InMemoryObjects;
import chat.natter.media.storage.ItemJson;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompleteUploadTest {
    private static final Duration LIFETIME = Duration.ofMinutes(60);

    private final InMemoryObjects objects = new InMemoryObjects();
    private final ItemStore items = new ItemStore(objects, new ItemJson(new ObjectMapper()));
    private final UserId owner = SomeItems.user();
    private final MediaItem item = SomeItems.of(owner, SomeItems.BYTES, "image/png", null);

    @Test
    void aCompleteMediumConsistsOfItsBytesAndItsDescriptionOnly() {
        // Given
        items.announce(item);
        upload(SomeItems.BYTES);

        // When
        CompleteResult result = complete();

        // Then
        assertThat(result).isEqualTo(new CompleteResult.Completed(item, false));
        assertThat(objects.keys()).containsExactly("media/" + item.id() + ".json", "objects/" + item.id());
    }

    @Test
    void completingTwiceIsHarmless() {
        // Given
        items.announce(item);
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
        items.announce(item);
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
        items.announce(item);
        upload(SomeItems.BYTES);

        // Then
        assertThat(complete(SomeItems.user())).isEqualTo(new CompleteResult.Foreign());
        complete();
        assertThat(complete(SomeItems.user())).isEqualTo(new CompleteResult.Foreign());
    }

    @Test
    void knowsNothingOfWhatWasNotAnnounced() {
        assertThat(complete()).isEqualTo(new CompleteResult.Unknown());
    }

    @Test
    void removesWhatComesTooLate() {
        // Given
        items.announce(item);
        upload(SomeItems.BYTES);

        // When
        CompleteResult result =
                completing(objects, SomeItems.NOW.plus(LIFETIME).plusMillis(1)).complete(item.id(), owner);

        // Then
        assertThat(result).isEqualTo(new CompleteResult.Expired());
        assertThat(objects.keys()).isEmpty();
    }

    @Test
    void goesOnAfterACrashBetweenTheCopyAndTheDescription() {
        // Given
        items.announce(item);
        upload(SomeItems.BYTES);
        objects.put(ObjectKey.object(item.id()), "image/png", SomeItems.BYTES);

        // Then
        assertThat(complete()).isEqualTo(new CompleteResult.Completed(item, false));
    }

    @Test
    void bytesThatAreSwappedWhileTheyAreVerifiedAreNotTaken() {
        // Given
        items.announce(item);
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
        items.announce(item);
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
        UploadConfig config = new SomeUploadConfig(LIFETIME, 1, Duration.ofSeconds(1));
        return new CompleteUpload(items, store, config, new TakeTurns(config), Clock.fixed(now, ZoneOffset.UTC));
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
        public <T> Optional<T> read(ObjectKey key, Reader<T> reader) {
            return objects.read(key, reader);
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
