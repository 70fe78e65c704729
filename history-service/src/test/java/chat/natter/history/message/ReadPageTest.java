package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadPageTest {
    private final SomeMessages some = new SomeMessages();
    private final InMemoryMessages store = new InMemoryMessages();
    private final ReadPage readPage =
            new ReadPage(store, new FindMoment(store), Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC));

    @Test
    void showsNothingOfAConversationThatWasNeverArchived() {
        assertThat(read(newest(50))).isEqualTo(Page.EMPTY);
    }

    @Test
    void showsTheNewestInAscendingOrder() {
        // Given
        store.write(some.messages(1, 1_020));

        // When
        Page page = read(newest(50));

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
            Page page = read(before(bound.getAsLong(), 200));
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
            Page page = read(after(bound.getAsLong(), 167));
            all.addAll(page.messages());
            bound = page.next();
        }

        // Then
        assertThat(all).isEqualTo(some.messages(1, 2_505));
    }

    @Test
    void hasNoNextPageWhenTheLastMessageFillsThePageExactly() {
        store.write(some.messages(1, 100));

        assertThat(read(before(101, 100)).next()).isEmpty();
        assertThat(read(after(0, 100)).next()).isEmpty();
        assertThat(read(after(0, 99)).next()).hasValue(99);
    }

    @Test
    void showsAMemberOnlyWhatWasSaidInTheMembersTime() {
        // Given
        store.write(some.messages(1, 1_500));
        Visible visible = new Visible(List.of(new Visible.Range(400, 600), new Visible.Range(900, 1_200)));

        // When
        List<ArchivedMessage> all = new ArrayList<>();
        OptionalLong bound = OptionalLong.of(Long.MAX_VALUE);
        int pages = 0;
        while (bound.isPresent()) {
            Page page = readPage.read(some.conversation, before(bound.getAsLong(), 200), visible);
            all.addAll(0, page.messages());
            bound = page.next();
            pages++;
        }

        // Then
        List<ArchivedMessage> expected = new ArrayList<>(some.messages(400, 600));
        expected.addAll(some.messages(900, 1_200));
        assertThat(all).isEqualTo(expected);
        assertThat(pages).as("stops where the reader's time begins").isLessThanOrEqualTo(5);
        assertThat(readPage.read(some.conversation, newest(1), visible).messages())
                .isEqualTo(some.messages(1_200, 1_200));
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
        Page page = read(newest(50));

        // Then
        assertThat(page.messages()).extracting(ArchivedMessage::seq).containsExactly(1L, 3L, 4L);
    }

    @Test
    void crossesAStretchInWhichEverythingHasGone() {
        // Given
        store.write(some.messages(1, 3));
        store.write(some.messages(20_000, 20_000));

        // When
        Page first = read(newest(10));
        Page second = read(before(first.next().orElseThrow(), 10));
        Page third = read(before(second.next().orElseThrow(), 10));

        // Then
        assertThat(first.messages()).isEqualTo(some.messages(20_000, 20_000));
        assertThat(second.messages()).isEmpty();
        assertThat(third.messages()).isEqualTo(some.messages(1, 3));
        assertThat(third.next()).isEmpty();
    }

    @Test
    void showsBothSidesOfAMessageThatWasFound() {
        // Given
        store.write(some.messages(1, 2_000));

        // When
        Page page = read(around(1_000, 11));

        // Then
        assertThat(page.messages()).isEqualTo(some.messages(995, 1_005));
        assertThat(page.previous()).hasValue(995);
        assertThat(page.next()).hasValue(1_005);
        assertThat(read(before(995, 2)).messages()).isEqualTo(some.messages(993, 994));
        assertThat(read(after(1_005, 2)).messages()).isEqualTo(some.messages(1_006, 1_007));
    }

    @Test
    void showsMoreOfOneSideWhereTheOtherEnds() {
        // Given
        store.write(some.messages(1, 20));

        // When
        Page page = read(around(19, 10));

        // Then
        assertThat(page.messages()).isEqualTo(some.messages(11, 20));
        assertThat(page.previous()).hasValue(11);
        assertThat(page.next()).isEmpty();
        assertThat(read(around(Long.MAX_VALUE, 5)).messages()).isEqualTo(some.messages(16, 20));
        assertThat(read(around(0, 4)).messages()).isEqualTo(some.messages(1, 2));
    }

    @Test
    void pagesByTime() {
        // Given
        Instant start = SomeMessages.NOW;
        store.write(LongStream.rangeClosed(1, 3_000)
                .mapToObj(seq -> some.at(seq, start.plusSeconds(seq / 2)))
                .toList());
        Instant moment = start.plusSeconds(1_100);

        // Then
        assertThat(seqs(new PageQuery.Beside(Direction.OLDER, new Place.Moment(moment), 3)))
                .containsExactly(2_197L, 2_198L, 2_199L);
        assertThat(seqs(new PageQuery.Beside(Direction.NEWER, new Place.Moment(moment), 3)))
                .containsExactly(2_200L, 2_201L, 2_202L);
        assertThat(seqs(new PageQuery.Around(new Place.Moment(moment), 4)))
                .containsExactly(2_198L, 2_199L, 2_200L, 2_201L);
        assertThat(seqs(new PageQuery.Around(new Place.Moment(start.plusSeconds(9_999)), 2)))
                .containsExactly(2_999L, 3_000L);
        assertThat(seqs(new PageQuery.Beside(Direction.NEWER, new Place.Moment(Instant.EPOCH), 2)))
                .containsExactly(1L, 2L);
    }

    private List<Long> seqs(PageQuery query) {
        return read(query).messages().stream().map(ArchivedMessage::seq).toList();
    }

    private static PageQuery newest(int limit) {
        return new PageQuery.Newest(limit);
    }

    private static PageQuery before(long seq, int limit) {
        return new PageQuery.Beside(Direction.OLDER, new Place.Seq(seq), limit);
    }

    private static PageQuery after(long seq, int limit) {
        return new PageQuery.Beside(Direction.NEWER, new Place.Seq(seq), limit);
    }

    private static PageQuery around(long seq, int limit) {
        return new PageQuery.Around(new Place.Seq(seq), limit);
    }

    private Page read(PageQuery query) {
        return readPage.read(some.conversation, query, Visible.ALL);
    }
}
