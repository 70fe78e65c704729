package chat.natter.media.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.SomeItems;
import chat.natter.media.storage.InMemoryObjects;
import chat.natter.media.storage.ObjectKey;
import org.junit.jupiter.api.Test;

class PortraitsTest {
    private final InMemoryObjects objects = new InMemoryObjects();
    private final Portraits portraits = new Portraits(objects);
    private final UserId alice = SomeItems.user();
    private final MediaItem first = picture(alice);
    private final MediaItem second = picture(alice);

    @Test
    void anAccountShowsOnePicture() {
        // When
        portraits.show(alice, first.id());
        portraits.show(alice, first.id());
        // Then
        assertThat(portraits.isShown(first)).isTrue();

        // When
        portraits.show(alice, second.id());
        // Then
        assertThat(portraits.isShown(first)).isFalse();
        assertThat(portraits.isShown(second)).isTrue();
        assertThat(objects.stat(ObjectKey.unsent(first.id()))).isPresent();

        // When
        portraits.show(alice, null);
        // Then
        assertThat(portraits.isShown(second)).isFalse();
    }

    @Test
    void whoShowsAFileOfSomebodyElseOpensNothing() {
        portraits.show(SomeItems.user(), first.id());

        assertThat(portraits.isShown(first)).isFalse();
    }

    private static MediaItem picture(UserId owner) {
        return SomeItems.of(owner, SomeItems.BYTES, "image/png", null);
    }
}
