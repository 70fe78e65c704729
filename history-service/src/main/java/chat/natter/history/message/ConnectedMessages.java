package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.history.cassandra.CassandraConnection;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedMessages implements MessageStore {
    private final CassandraConnection connection;
    private final MessageStoreConfig config;
    private final Clock clock;
    private @Nullable MessageStore store;

    ConnectedMessages(CassandraConnection connection, MessageStoreConfig config, Clock clock) {
        this.connection = connection;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void write(List<ArchivedMessage> messages) {
        store().write(messages);
    }

    @Override
    public OptionalLong lastSeq(ConversationId conversation) {
        return store().lastSeq(conversation);
    }

    @Override
    public Optional<BucketStart> bucketStart(ConversationId conversation, long bucket) {
        return store().bucketStart(conversation, bucket);
    }

    @Override
    public OptionalLong firstSeqAt(ConversationId conversation, long bucket, Instant time) {
        return store().firstSeqAt(conversation, bucket, time);
    }

    @Override
    public SliceRows read(Slice slice, int limit) {
        return store().read(slice, limit);
    }

    private synchronized MessageStore store() {
        if (store == null) {
            CqlSession session = connection
                    .session()
                    .orElseThrow(() -> new StoreUnavailable(new IllegalStateException("not connected yet")));
            try {
                store = new CassandraMessages(session, config.maxWritesInFlight(), clock);
            } catch (DriverException e) {
                throw new StoreUnavailable(e);
            }
        }
        return store;
    }
}
