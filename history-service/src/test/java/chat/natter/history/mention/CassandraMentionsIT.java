package chat.natter.history.mention;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.frame.Mentions;
import chat.natter.history.cassandra.OwnKeyspace;
import chat.natter.history.message.SomeLifetimes;
import chat.natter.history.message.SomeMessages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CassandraMentionsIT implements MentionStoreContract {
    private static OwnKeyspace keyspace;
    private static MentionStore store;

    @BeforeAll
    static void open() throws InterruptedException {
        keyspace = new OwnKeyspace();
        store = new CassandraMentions(
                keyspace.session(), SomeLifetimes.OWN, Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        keyspace.close();
    }

    @Override
    public MentionStore store() {
        return store;
    }

    @Test
    void keepsNothingOfWhatHasVanished() {
        SomeMessages some = new SomeMessages();

        store.write(
                List.of(some.expiring(1, SomeMessages.NOW).with(0, new Mentions(List.of(some.bob), true))), Set.of());

        assertThat(store.behind(some.bob, some.conversation, 0, 10)).isEmpty();
    }
}
