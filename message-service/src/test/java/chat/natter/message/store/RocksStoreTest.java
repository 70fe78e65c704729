package chat.natter.message.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store without its changelog, on a real folder. */
final class RocksStoreTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StoreMeters meters = new StoreMeters(registry);
    private final StoreMemory memory = new StoreMemory(1024 * 1024);

    private KeyValueStore<Bytes, byte[]> store = new RocksStore("inboxes", memory, meters);

    @BeforeEach
    void open(@TempDir Path folder) {
        MockProcessorContext<Object, Object> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 3), folder.toFile());
        store.init(context.getStateStoreContext(), store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsWhatIsPutUntilItIsDeleted() {
        // When
        put("a", "1");
        put("b", "2");
        store.put(key("a"), null);

        // Then
        assertThat(get("a")).isNull();
        assertThat(get("b")).isEqualTo("2");
        assertThat(store.delete(key("b"))).isEqualTo(bytes("2"));
        assertThat(get("b")).isNull();
    }

    @Test
    void scansFromTheFirstToTheLastKeyAndNoFurther() {
        // Given
        for (String key : List.of("a1", "b1", "b2", "b3", "c1")) {
            put(key, "x");
        }

        // When, then
        assertThat(keys(store.range(key("b1"), key("b3")))).containsExactly("b1", "b2", "b3");
        assertThat(keys(store.range(key("b"), key("c")))).containsExactly("b1", "b2", "b3");
        assertThat(keys(store.reverseRange(key("b"), key("b2")))).containsExactly("b2", "b1");
        assertThat(keys(store.range(null, key("b1")))).containsExactly("a1", "b1");
        assertThat(keys(store.range(key("b3"), null))).containsExactly("b3", "c1");
        assertThat(keys(store.all())).containsExactly("a1", "b1", "b2", "b3", "c1");
        assertThat(keys(store.reverseAll())).containsExactly("c1", "b3", "b2", "b1", "a1");
        assertThat(keys(store.range(key("d"), key("e")))).isEmpty();
    }

    @Test
    void endsBehindWhatWasDeleted() {
        // Given
        for (int i = 0; i < 1_000; i++) {
            put(String.format("e%04d", i), "x");
            store.put(key(String.format("e%04d", i)), null);
        }
        put("e0500", "y");

        // When, then
        assertThat(keys(store.range(key("e0000"), key("e9999")))).containsExactly("e0500");
        assertThat(keys(store.reverseRange(key("e0000"), key("e9999")))).containsExactly("e0500");
        assertThat(keys(store.range(key("e0501"), key("e9999")))).isEmpty();
    }

    @Test
    void hasWhatItHadWhenItIsOpenedAgain(@TempDir Path folder) {
        // Given
        store.close();
        open(folder);
        put("a", "1");
        store.flush();
        store.close();

        // When
        open(folder);

        // Then
        assertThat(get("a")).isEqualTo("1");
    }

    @Test
    void endsAScanThatIsUnderWayWhenItCloses() {
        // Given
        put("a", "1");
        KeyValueIterator<Bytes, byte[]> scan = store.all();

        // When
        store.close();

        // Then
        assertThat(store.isOpen()).isFalse();
        assertThatThrownBy(scan::hasNext).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(() -> store.get(key("a"))).isInstanceOf(InvalidStateStoreException.class);
        scan.close();
    }

    @Test
    void tellsItsSizeAsLongAsItIsOpen() {
        // Given
        put("a", "1");

        // When, then
        assertThat(registry.get("natter.message.store.keys")
                        .tags("store", "inboxes", "partition", "3")
                        .gauge()
                        .value())
                .isEqualTo(1);
        store.close();
        assertThat(registry.find("natter.message.store.keys").gauge()).isNull();
    }

    private void put(String key, String value) {
        store.put(key(key), bytes(value));
    }

    private @Nullable String get(String key) {
        byte[] value = store.get(key(key));
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static List<String> keys(KeyValueIterator<Bytes, byte[]> scan) {
        List<String> keys = new ArrayList<>();
        try (scan) {
            while (scan.hasNext()) {
                String next = new String(scan.peekNextKey().get(), StandardCharsets.UTF_8);
                assertThat(scan.next().key).isEqualTo(key(next));
                keys.add(next);
            }
        }
        return keys;
    }

    private static Bytes key(String key) {
        return Bytes.wrap(bytes(key));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
