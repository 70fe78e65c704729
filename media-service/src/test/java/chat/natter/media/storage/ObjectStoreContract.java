package chat.natter.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.MediaItem;
import chat.natter.media.item.SomeItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every object store must do. */
interface ObjectStoreContract {
    ObjectStore store();

    @Test
    default void readsWhatWasWritten() {
        // Given
        ObjectKey key = key();

        // When
        store().put(key, "text/plain", SomeItems.BYTES);

        // Then
        assertThat(bytes(key)).contains(SomeItems.BYTES);
        assertThat(store().read(key, ObjectStore.OpenObject::size)).contains((long) SomeItems.BYTES.length);
    }

    @Test
    default void writesAFileAsItIs(@TempDir Path folder) throws IOException {
        ObjectKey key = key();

        store().put(key, "text/plain", Files.write(folder.resolve("file"), SomeItems.BYTES));

        assertThat(bytes(key)).contains(SomeItems.BYTES);
    }

    @Test
    default void readsNothingWhereNothingIs() {
        assertThat(bytes(key())).isEmpty();
    }

    @Test
    default void deletesOnceAndForAll() {
        ObjectKey key = key();
        store().put(key, "text/plain", SomeItems.BYTES);

        store().delete(key);
        store().delete(key);

        assertThat(bytes(key)).isEmpty();
    }

    @Test
    default void copiesExactlyTheVersionThatWasSeen() {
        // Given
        ObjectKey source = key();
        ObjectKey target = key();
        store().put(source, "text/plain", SomeItems.BYTES);
        String seen = version(source);

        // When
        store().put(source, "text/plain", new byte[] {1, 2, 3});

        // Then
        assertThat(store().copy(source, seen, target, "text/plain")).isFalse();
        assertThat(bytes(target)).isEmpty();
        assertThat(store().copy(source, version(source), target, "text/plain")).isTrue();
        assertThat(bytes(target)).contains(new byte[] {1, 2, 3});
    }

    @Test
    default void copiesNothingFromNothing() {
        assertThat(store().copy(key(), "\"0123456789abcdef0123456789abcdef\"", key(), "text/plain"))
                .isFalse();
    }

    @Test
    default void readsTheStartOnly() {
        ObjectKey key = key();
        store().put(key, "text/plain", SomeItems.BYTES);

        assertThat(store().start(key, 5)).contains(Arrays.copyOf(SomeItems.BYTES, 5));
        assertThat(store().start(key, 5_000)).contains(SomeItems.BYTES);
        assertThat(store().start(key(), 5)).isEmpty();
    }

    @Test
    default void knowsSizeAndVersionWithoutReading() {
        ObjectKey key = key();
        store().put(key, "text/plain", SomeItems.BYTES);

        assertThat(store().stat(key)).hasValueSatisfying(stat -> {
            assertThat(stat.size()).isEqualTo(SomeItems.BYTES.length);
            assertThat(stat.version()).isEqualTo(version(key));
        });
        assertThat(store().stat(key())).isEmpty();
    }

    @Test
    default void listsInOrderAndGoesOnBehindAKey() {
        ObjectKey first = key();
        ObjectKey second = key();
        String prefix = first.value();
        List<ObjectKey> keys = List.of(new ObjectKey(prefix + "/a"), new ObjectKey(prefix + "/b"));
        keys.forEach(key -> store().put(key, "text/plain", SomeItems.BYTES));
        store().put(second, "text/plain", SomeItems.BYTES);

        assertThat(store().list(prefix + "/", null)).isEqualTo(new ObjectStore.Page(keys, null));
        assertThat(store().list(prefix + "/", keys.get(0)).keys()).containsExactly(keys.get(1));
        assertThat(store().list(prefix + "/", keys.get(1)).keys()).isEmpty();
    }

    @Test
    default void listsNothingThatIsStillBeingWritten() {
        // Given
        String prefix = key().value() + "/";
        List<ObjectKey> keys = keys(prefix, 100);

        // When
        CompletableFuture<Void> written =
                CompletableFuture.runAsync(() -> keys.parallelStream().forEach(store()::mark));

        // Then
        while (!written.isDone()) {
            assertThat(keys).containsAll(store().list(prefix).toList());
        }
        written.join();
        assertThat(store().list(prefix)).containsExactlyElementsOf(keys);
    }

    @Test
    default void listsMoreThanOnePage() {
        String prefix = key().value() + "/";
        List<ObjectKey> keys = keys(prefix, 1_001);
        keys.parallelStream().forEach(store()::mark);

        assertThat(store().list(prefix)).containsExactlyElementsOf(keys);
    }

    private static List<ObjectKey> keys(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new ObjectKey(prefix + String.format("%04d", number)))
                .toList();
    }

    private String version(ObjectKey key) {
        return store().read(key, ObjectStore.OpenObject::version).orElseThrow();
    }

    private Optional<byte[]> bytes(ObjectKey key) {
        return store().read(key, object -> object.bytes().readAllBytes());
    }

    private static ObjectKey key() {
        MediaItem item = SomeItems.of(SomeItems.user(), SomeItems.BYTES, "text/plain", null);
        return ObjectKey.upload(item.id());
    }
}
