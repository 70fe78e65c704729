package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadPageTest {
    private final SomeMessages some = new SomeMessages();
    private final InMemoryMessages store = new InMemoryMessages();
    private final ReadPage readPage = new ReadPage(store, Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC));

    @Test
    void showsNothingOfAConversationThatWasNeverArchived() {
        assertThat(read(PageRequest.newest(50))).isEqualTo(Page.EMPTY);
    }

    @Test
    void showsTheNewestInAscendingOrder() {
        // Given
        store.write(some.messages(1, 1_020));

        // When
        Page page = read(PageRequest.newest(50));

        // Then
        assertThat(page.messages()).isEqualTo(some.messages(971, 1_020));
        assertThat(page.next()).hasValue(971);
    }

    @Test
    void walksToTheBeginningWithoutGapOrRepeat() {
        // Given
        store.write(some.messages(1, 2_505));

        // When
        List<ArchivedMessage> all = new ArrayList<>();
        OptionalLong bound = OptionalLong.of(Long.MAX_VALUE);
        while (bound.isPresent()) {
            Page page = read(PageRequest.before(bound.getAsLong(), 200));
            all.addAll(0, page.messages());
            bound = page.next();
        }

        // Then
        assertThat(all).isEqualTo(some.messages(1, 2_505));
    }

    @Test
    void walksToTheEndWithoutGapOrRepeat() {
        // Given
        store.write(some.messages(1, 2_505));

        // When
        List<ArchivedMessage> all = new ArrayList<>();
        OptionalLong bound = OptionalLong.of(0);
        while (bound.isPresent()) {
            Page page = read(PageRequest.after(bound.getAsLong(), 167));
            all.addAll(page.messages());
            bound = page.next();
        }

        // Then
        assertThat(all).isEqualTo(some.messages(1, 2_505));
    }

    @Test
    void hasNoNextPageWhenTheLastMessageFillsThePageExactly() {
        store.write(some.messages(1, 100));

        assertThat(read(PageRequest.before(101, 100)).next()).isEmpty();
        assertThat(read(PageRequest.after(0, 100)).next()).isEmpty();
        assertThat(read(PageRequest.after(0, 99)).next()).hasValue(99);
    }

    @Test
    void leavesOutWhatHasExpired() {
        // Given
        store.write(List.of(
                some.message(1),
                some.expiring(2, SomeMessages.NOW),
                some.expiring(3, SomeMessages.NOW.plusMillis(1)),
                some.message(4)));

        // When
        Page page = read(PageRequest.newest(50));

        // Then
        assertThat(page.messages()).extracting(ArchivedMessage::seq).containsExactly(1L, 3L, 4L);
    }

    @Test
    void crossesAStretchInWhichEverythingHasGone() {
        // Given
        store.write(some.messages(1, 3));
        store.write(some.messages(20_000, 20_000));

        // When
        Page first = read(PageRequest.newest(10));
        Page second = read(PageRequest.before(first.next().orElseThrow(), 10));
        Page third = read(PageRequest.before(second.next().orElseThrow(), 10));

        // Then
        assertThat(first.messages()).isEqualTo(some.messages(20_000, 20_000));
        assertThat(second.messages()).isEmpty();
        assertThat(third.messages()).isEqualTo(some.messages(1, 3));
        assertThat(third.next()).isEmpty();
    }

    private Page read(PageRequest request) {
        return readPage.read(some.conversation, request);
    }
}
