package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.LogPart.Hole;
import chat.natter.history.message.LogPart.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadLogTest {
    private final SomeMessages some = new SomeMessages();
    private final InMemoryMessages store = new InMemoryMessages();
    private final ReadLog readLog = ReadLogOf.store(store);

    @Test
    void givesWhatWasAskedForAndSaysHowFarTheLogGoes() {
        // Given
        store.write(some.messages(1, 20));

        // When
        LogPart part = read(5, 9, Visible.ALL);

        // Then
        assertThat(part).isEqualTo(new LogPart(5, 9, 20, some.messages(5, 9), List.of()));
    }

    @Test
    void endsWhereTheLogEnds() {
        // Given
        store.write(some.messages(1, 7));

        // When, Then
        assertThat(read(5, 9, Visible.ALL)).isEqualTo(new LogPart(5, 7, 7, some.messages(5, 7), List.of()));
        assertThat(read(8, 9, Visible.ALL)).isEqualTo(new LogPart(8, 7, 7, List.of(), List.of()));
    }

    @Test
    void hasNothingOfALogThatWasNeverArchived() {
        assertThat(read(1, 9, Visible.ALL)).isEqualTo(new LogPart(1, 0, 0, List.of(), List.of()));
    }

    @Test
    void saysOfEachNumberWithoutAMessageWhy() {
        // Given: 3 and 6 have vanished, and the reader was a member from 2 to 4 and from 6 to 7
        store.write(List.of(some.message(2), some.message(4), some.message(5), some.message(7), some.message(9)));
        Visible visible = new Visible(List.of(new Visible.Range(2, 4), new Visible.Range(6, 7)));

        // When
        LogPart part = read(1, 9, visible);

        // Then
        assertThat(part.head()).isEqualTo(7);
        assertThat(part.last()).isEqualTo(7);
        assertThat(part.messages()).containsExactly(some.message(2), some.message(4), some.message(7));
        assertThat(part.holes())
                .containsExactly(
                        new Hole(1, 1, Why.NOT_A_MEMBER),
                        new Hole(3, 3, Why.GONE),
                        new Hole(5, 5, Why.NOT_A_MEMBER),
                        new Hole(6, 6, Why.GONE));
    }

    @Test
    void hasAHoleWhereTheReaderHasDeletedSomething() {
        // Given
        store.write(List.of(some.message(1), some.message(2), some.message(4)));
        ReadLog own = ReadLogOf.store(store, new NothingHidden() {
            @Override
            public Set<Long> hidden(UserId user, ConversationId conversation, long first, long last) {
                return user.equals(some.bob) ? Set.of(2L) : Set.of();
            }
        });

        // When, Then
        assertThat(own.read(some.bob, some.conversation, 1, 4, Visible.ALL))
                .isEqualTo(new LogPart(
                        1,
                        4,
                        4,
                        List.of(some.message(1), some.message(4)),
                        List.of(new Hole(2, 2, Why.HIDDEN), new Hole(3, 3, Why.GONE))));
        assertThat(own.read(some.alice, some.conversation, 1, 4, Visible.ALL).messages())
                .hasSize(3);
    }

    @Test
    void passesOverALongStretchThatHasVanishedWithoutReadingItTwice() {
        // Given
        store.write(List.of(some.message(1), some.message(30_000)));

        // When
        List<LogPart> parts = everything(1, 30_000, Visible.ALL);

        // Then
        assertThat(parts).hasSizeLessThan(6);
        assertCovers(parts, 1, 30_000);
        assertThat(parts.stream().flatMap(part -> part.messages().stream()))
                .containsExactly(some.message(1), some.message(30_000));
    }

    @Test
    void walksThroughEverythingWithoutGapOrRepeat() {
        // Given
        store.write(some.messages(1, 2_505));

        // When
        List<LogPart> parts = everything(1, 2_505, Visible.ALL);

        // Then
        assertThat(parts.stream().flatMap(part -> part.messages().stream())).isEqualTo(some.messages(1, 2_505));
        assertThat(parts).allSatisfy(part -> assertThat(part.messages()).hasSizeLessThanOrEqualTo(ReadLog.MOST));
        assertCovers(parts, 1, 2_505);
    }

    @Test
    void endsBeforeItBecomesTooMuchForOneAnswer() {
        // Given
        String long30 = "{\"kind\":\"text\",\"text\":\"" + "x".repeat(30 * 1024) + "\"}";
        List<ArchivedMessage> messages = LongStream.rangeClosed(1, 20)
                .mapToObj(seq -> some.message(seq, 1, null, long30))
                .toList();
        store.write(messages);

        // When
        List<LogPart> parts = everything(1, 20, Visible.ALL);

        // Then
        assertThat(parts).allSatisfy(part -> assertThat(part.messages()).hasSizeLessThanOrEqualTo(4));
        assertThat(parts.stream().flatMap(part -> part.messages().stream())).isEqualTo(messages);
        assertCovers(parts, 1, 20);
    }

    private LogPart read(long from, long to, Visible visible) {
        return readLog.read(some.bob, some.conversation, from, to, visible);
    }

    /** As a client does: it goes on behind what it was given. */
    private List<LogPart> everything(long from, long to, Visible visible) {
        List<LogPart> parts = new ArrayList<>();
        long next = from;
        while (next <= to) {
            LogPart part = read(next, to, visible);
            parts.add(part);
            assertThat(part.last()).isGreaterThanOrEqualTo(next);
            next = part.last() + 1;
        }
        return parts;
    }

    /** Each number is that of one message or lies in one hole. */
    private static void assertCovers(List<LogPart> parts, long first, long last) {
        List<Long> numbers = new ArrayList<>();
        for (LogPart part : parts) {
            part.messages().forEach(message -> numbers.add(message.seq()));
            part.holes()
                    .forEach(hole ->
                            LongStream.rangeClosed(hole.first(), hole.last()).forEach(numbers::add));
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(first, last).boxed().toList());
    }
}
