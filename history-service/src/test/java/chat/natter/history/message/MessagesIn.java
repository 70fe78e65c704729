package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Clock;
import java.time.Instant;

/** The real store and its reader, for measurements that are made from another package. */
public final class MessagesIn {
    private final MessageStore store;
    private final ReadPage readPage;

    public MessagesIn(CqlSession session) {
        Clock clock = Clock.systemUTC();
        this.store = new CassandraMessages(session, 128, SomeLifetimes.OWN, clock);
        this.readPage = new ReadPage(store, new FindMoment(store), clock);
    }

    public MessageStore store() {
        return store;
    }

    public int before(ConversationId conversation, long seq) {
        return readPage.read(conversation, new PageQuery.Beside(Direction.OLDER, new Place.Seq(seq), 50), Visible.ALL)
                .messages()
                .size();
    }

    public int around(ConversationId conversation, Instant time) {
        return readPage.read(conversation, new PageQuery.Around(new Place.Moment(time), 50), Visible.ALL)
                .messages()
                .size();
    }
}
