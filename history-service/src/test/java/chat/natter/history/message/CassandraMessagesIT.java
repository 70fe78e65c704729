package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.history.cassandra.SharedKeyspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CassandraMessagesIT implements MessageStoreContract {
    private static MessageStore store;

    @BeforeAll
    static void open() {
        store = new CassandraMessages(SharedKeyspace.session(), 32, SomeLifetimes.OWN, Clock.systemUTC());
    }

    @Override
    public MessageStore store() {
        return store;
    }

    @Test
    void whatVanishesIsNotThereEvenForWhoLooksIntoTheTable() {
        // Given
        SomeMessages some = new SomeMessages();
        Instant soon = Instant.now().plusSeconds(2);

        // When
        store.write(List.of(
                some.message(1),
                some.expiring(2, soon),
                some.expiring(3, Instant.now().minusSeconds(1))));

        // Then
        Slice slice = new Slice(some.conversation, Direction.NEWER, 1, 999);
        assertThat(store.lastSeq(some.conversation)).hasValue(3);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> store.read(slice, 10).messages().equals(List.of(some.message(1))));
    }

    @Test
    void aReplayDoesNotBringBackWhatWasDeleted() {
        // Given
        SomeMessages some = new SomeMessages();
        store.write(some.messages(1, 3));

        // When
        SharedKeyspace.session()
                .execute(
                        "DELETE FROM messages_by_conversation WHERE conversation = ? AND bucket = 0 AND seq = 2",
                        some.conversation.value());
        store.write(some.messages(1, 3));

        // Then
        assertThat(store.read(new Slice(some.conversation, Direction.NEWER, 1, 999), 10)
                        .messages())
                .extracting(ArchivedMessage::seq)
                .containsExactly(1L, 3L);
    }

    @Test
    void cutsASliceOffBeforeItGetsTooBig() {
        // Given
        SomeMessages some = new SomeMessages();
        String large = "{\"kind\":\"text\",\"text\":\"" + "x".repeat(60_000) + "\"}";
        store.write(LongStream.rangeClosed(1, 60)
                .mapToObj(seq -> some.message(seq, 1, null, large))
                .toList());

        // When
        SliceRows rows = store.read(new Slice(some.conversation, Direction.NEWER, 1, 999), 200);

        // Then
        assertThat(rows.complete()).isFalse();
        assertThat(rows.messages()).hasSizeBetween(10, 25);
    }
}
