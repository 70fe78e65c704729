package chat.natter.history.mention;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.frame.Mentions;
import chat.natter.history.cassandra.SharedKeyspace;
import chat.natter.history.message.SomeLifetimes;
import chat.natter.history.message.SomeMessages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CassandraMentionsIT implements MentionStoreContract {
    private static MentionStore store;

    @BeforeAll
    static void open() {
        store = new CassandraMentions(
                SharedKeyspace.session(), SomeLifetimes.OWN, Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC));
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
