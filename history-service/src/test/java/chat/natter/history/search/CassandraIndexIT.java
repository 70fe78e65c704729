package chat.natter.history.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.history.cassandra.SharedKeyspace;
import chat.natter.history.message.SomeMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CassandraIndexIT implements SearchIndexContract {
    private static SearchIndex index;
    private static Conversations conversations;

    @BeforeAll
    static void open() {
        index = new CassandraIndex(SharedKeyspace.session(), 32, Clock.systemUTC());
        conversations = new CassandraConversations(SharedKeyspace.session(), 32);
    }

    @Override
    public SearchIndex index() {
        return index;
    }

    @Override
    public int limit() {
        return 500;
    }

    @Test
    void whatVanishesLeavesTheIndexToo() {
        // Given
        SomeMessages some = new SomeMessages();
        Instant now = Instant.now();
        Lookup lookup = new Lookup.Tokens(some.conversation, 0, Set.of("word"), NEWEST, Instant.EPOCH);

        // When
        index.write(List.of(
                new IndexEntry(some.conversation, 1, START, Set.of("word"), now.plusSeconds(2), START),
                new IndexEntry(some.conversation, 2, START, Set.of("word"), now.minusSeconds(2), START)));

        // Then
        assertThat(index.read(List.of(lookup)).get(0).found()).doesNotContain(new Posting(START, 2));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> index.read(List.of(lookup)).get(0).found().isEmpty());
    }

    @Test
    void theLatestActivityOfAConversationWins() {
        // Given
        SomeMessages some = new SomeMessages();
        Activity early = new Activity(some.alice, some.conversation, 1, START);
        Activity late = new Activity(some.alice, some.conversation, 9_000, START.plusSeconds(7_200));

        // When
        conversations.tell(List.of(late));
        conversations.tell(List.of(early));

        // Then
        assertThat(conversations.of(some.alice)).containsExactly(late);
        assertThat(conversations.of(some.bob)).isEmpty();
    }
}
