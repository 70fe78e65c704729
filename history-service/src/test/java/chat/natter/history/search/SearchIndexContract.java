package chat.natter.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.history.message.MessageKey;
import chat.natter.history.message.SomeMessages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every index must do. Each test has a conversation of its own. */
interface SearchIndexContract {
    Instant START = SomeMessages.NOW;
    Posting NEWEST = new Posting(Instant.parse("2030-01-01T00:00:00Z"), Long.MAX_VALUE);

    SearchIndex index();

    /** How many postings an answer has at most. */
    int limit();

    @Test
    default void findsMessagesByAnyOfTheTokensNewestFirst() {
        // Given
        SomeMessages some = new SomeMessages();
        index().write(List.of(entry(some, 1, "lunch"), entry(some, 2, "dinner"), entry(some, 3, "lunch", "~din")));

        // Then
        assertThat(tokens(some, "lunch").found()).containsExactly(posting(3), posting(1));
        assertThat(tokens(some, "lunch", "dinner", "nothing").found())
                .containsExactly(posting(3), posting(2), posting(1));
        assertThat(tokens(some, "nothing")).isEqualTo(new Postings(List.of(), Optional.empty()));
    }

    @Test
    default void findsWordsByTheirBeginning() {
        // Given
        SomeMessages some = new SomeMessages();
        index().write(List.of(
                entry(some, 1, "lunch"),
                entry(some, 2, "lundi"),
                entry(some, 3, "launch"),
                entry(some, 4, "lun"),
                entry(some, 5, "lun\uD83D\uDE00")));

        // Then
        assertThat(read(new Lookup.Beginning(some.conversation, 0, "lun", NEWEST, Instant.EPOCH))
                        .found())
                .containsExactly(posting(5), posting(4), posting(2), posting(1));
        assertThat(read(new Lookup.Beginning(
                                some.conversation,
                                0,
                                "lun",
                                posting(4),
                                posting(2).at()))
                        .found())
                .containsExactly(posting(4), posting(2), posting(1));
    }

    @Test
    default void readsFromAnyPostingDownToAnyTime() {
        // Given
        SomeMessages some = new SomeMessages();
        index().write(LongStream.rangeClosed(1, 20)
                .mapToObj(seq -> entry(some, seq, "word"))
                .toList());

        // Then
        assertThat(read(new Lookup.Tokens(
                                some.conversation,
                                0,
                                Set.of("word"),
                                posting(12).next(),
                                posting(9).at()))
                        .found())
                .containsExactly(posting(11), posting(10), posting(9));
    }

    @Test
    default void saysHowFarItReadAndGoesOnThere() {
        // Given
        SomeMessages some = new SomeMessages();
        long count = limit() * 2L + 3;
        index().write(LongStream.rangeClosed(1, count)
                .mapToObj(seq -> entry(some, seq, "frequent", seq % 2 == 0 ? "even" : "odd"))
                .toList());

        // When
        List<Posting> all = new ArrayList<>();
        Posting from = NEWEST;
        Postings part = read(new Lookup.Tokens(some.conversation, 0, Set.of("frequent", "even"), from, Instant.EPOCH));
        while (true) {
            Optional<Posting> end = part.completeTo();
            part.found().stream()
                    .filter(posting -> end.isEmpty() || !end.get().isNewerThan(posting))
                    .forEach(all::add);
            if (end.isEmpty()) {
                break;
            }
            part = read(new Lookup.Tokens(
                    some.conversation, 0, Set.of("frequent", "even"), end.get().next(), Instant.EPOCH));
        }

        // Then
        assertThat(all)
                .hasSize((int) count)
                .isSortedAccordingTo(Posting.NEWEST_FIRST)
                .doesNotHaveDuplicates();
    }

    @Test
    default void whatWasRemovedStaysAwayWhenTheOldEventComesAgain() {
        // Given
        SomeMessages some = new SomeMessages();
        IndexEntry message = entry(some, 1, "secret", "word");
        IndexEntry retraction = new IndexEntry(
                some.conversation,
                1,
                message.at(),
                Set.of("secret"),
                null,
                message.at().plusSeconds(60));

        // When
        index().write(List.of(message));
        index().remove(List.of(retraction));
        index().write(List.of(message));

        // Then
        assertThat(tokens(some, "secret").found()).isEmpty();
        assertThat(tokens(some, "word").found()).containsExactly(posting(1));
    }

    @Test
    default void writingAgainInAnyOrderChangesNothing() {
        // Given
        SomeMessages some = new SomeMessages();
        List<IndexEntry> entries = LongStream.rangeClosed(1, 50)
                .mapToObj(seq -> entry(some, seq, "a" + seq % 7, "b" + seq % 3))
                .toList();
        index().write(entries);
        Postings before = tokens(some, "a3", "b1");

        // When
        List<IndexEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(entry -> index().write(List.of(entry)));

        // Then
        assertThat(tokens(some, "a3", "b1")).isEqualTo(before);
    }

    @Test
    default void knowsWhatWasDoneToMessages() {
        // Given
        SomeMessages some = new SomeMessages();
        Change edit = new Change(some.conversation, 7, 9, false);
        Change retraction = new Change(some.conversation, 8_001, 8_002, true);

        // When
        index().change(List.of(edit, retraction));
        index().change(List.of(edit));

        // Then
        assertThat(index().changes(List.of(
                        new MessageKey(some.conversation, 7),
                        new MessageKey(some.conversation, 8),
                        new MessageKey(some.conversation, 8_001))))
                .containsExactlyInAnyOrder(edit, retraction);
        assertThat(index().changes(List.of())).isEmpty();
    }

    @Test
    default void partitionsAreApart() {
        // Given
        SomeMessages some = new SomeMessages();
        SomeMessages other = new SomeMessages();
        index().write(List.of(entry(some, 7_999, "word"), entry(some, 8_000, "word"), entry(other, 5, "word")));

        // Then
        assertThat(tokens(some, "word").found()).containsExactly(posting(7_999));
        assertThat(read(new Lookup.Tokens(some.conversation, 1, Set.of("word"), NEWEST, Instant.EPOCH))
                        .found())
                .containsExactly(posting(8_000));
    }

    private Postings tokens(SomeMessages some, String... tokens) {
        return read(new Lookup.Tokens(some.conversation, 0, Set.of(tokens), NEWEST, Instant.EPOCH));
    }

    private Postings read(Lookup lookup) {
        return index().read(List.of(lookup)).get(0);
    }

    private static IndexEntry entry(SomeMessages some, long seq, String... tokens) {
        Instant at = posting(seq).at();
        return new IndexEntry(some.conversation, seq, at, Set.of(tokens), null, at);
    }

    /** Three messages share each moment. */
    private static Posting posting(long seq) {
        return new Posting(START.plusMillis(seq / 3), seq);
    }
}
