package chat.natter.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.FileClaim;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.Mime;
import chat.natter.media.item.PartSize;
import chat.natter.media.item.SomeItems;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ItemStoreTest {
    private final InMemoryObjects objects = new InMemoryObjects();
    private final ItemStore items = new ItemStore(objects, new ItemJson(new ObjectMapper()));
    private final MediaItem named = SomeItems.of(SomeItems.user(), SomeItems.BYTES, "image/png", "Größe 👋.png");
    private final MediaItem large = SomeItems.of(
            SomeItems.user(),
            new FileClaim(
                    new Mime("video/mp4"),
                    20_000_000,
                    SomeItems.sha256(SomeItems.BYTES),
                    new PartSize(8 * 1024 * 1024),
                    null,
                    true,
                    true));
    private final MediaItem nameless = SomeItems.of(SomeItems.user(), SomeItems.BYTES, "image/png", null);

    @Test
    void keepsEveryField() {
        Slot onePut = new Slot(named, null);
        Slot inParts = new Slot(large, "upload-1");
        items.announce(onePut);
        items.announce(inParts);

        assertThat(items.announced(named.id())).contains(onePut);
        assertThat(items.announced(large.id())).contains(inParts);
    }

    @Test
    void whatIsAnnouncedIsNotComplete() {
        items.announce(new Slot(named, null));

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
                        .formatted(
                                nameless.id(), nameless.owner(), nameless.file().sha256());

        // When
        objects.put(ObjectKey.complete(nameless.id()), "application/json", stored.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(items.complete(nameless.id())).contains(nameless);
    }
}
