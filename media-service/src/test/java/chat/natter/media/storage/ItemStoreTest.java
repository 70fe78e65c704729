package chat.natter.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.MediaItem;
import chat.natter.media.item.SomeItems;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ItemStoreTest {
    private final InMemoryObjects objects = new InMemoryObjects();
    private final ItemStore items = new ItemStore(objects, new ItemJson(new ObjectMapper()));
    private final MediaItem named = SomeItems.of(SomeItems.user(), SomeItems.BYTES, "image/png", "Größe 👋.png");
    private final MediaItem nameless = SomeItems.of(SomeItems.user(), SomeItems.BYTES, "image/png", null);

    @Test
    void keepsEveryField() {
        items.announce(named);
        items.announce(nameless);

        assertThat(items.announced(named.id())).contains(named);
        assertThat(items.announced(nameless.id())).contains(nameless);
    }

    @Test
    void whatIsAnnouncedIsNotComplete() {
        items.announce(named);

        assertThat(items.complete(named.id())).isEmpty();

        items.markComplete(named);
        items.forgetAnnouncement(named.id());

        assertThat(items.complete(named.id())).contains(named);
        assertThat(items.announced(named.id())).isEmpty();
    }

    @Test
    void readsTheFormThatLiesInStorageToday() {
        // Given
        String stored =
                "{\"id\":\"%s\",\"owner\":\"%s\",\"mime\":\"image/png\",\"size\":22,\"sha256\":\"%s\",\"createdAt\":\"2026-03-01T12:00:00Z\"}"
                        .formatted(nameless.id(), nameless.owner(), nameless.sha256());

        // When
        objects.put(ObjectKey.complete(nameless.id()), "application/json", stored.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(items.complete(nameless.id())).contains(nameless);
    }
}
