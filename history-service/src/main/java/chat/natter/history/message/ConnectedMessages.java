package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.history.cassandra.CassandraConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The store as the service sees it: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedMessages implements MessageStore {
    private final WhenConnected<MessageStore> store;

    ConnectedMessages(CassandraConnection connection, MessageStoreConfig config, Lifetimes lifetimes, Clock clock) {
        this.store = new WhenConnected<>(
                connection, session -> new CassandraMessages(session, config.maxWritesInFlight(), lifetimes, clock));
    }

    @Override
    public void write(List<ArchivedMessage> messages) {
        store.get().write(messages);
    }

    @Override
    public void erase(List<ArchivedMessage> entries, Instant erasedAt) {
        store.get().erase(entries, erasedAt);
    }

    @Override
    public void renew(List<ArchivedMessage> entries) {
        store.get().renew(entries);
    }

    @Override
    public OptionalLong lastSeq(ConversationId conversation) {
        return store.get().lastSeq(conversation);
    }

    @Override
    public Optional<BucketStart> bucketStart(ConversationId conversation, long bucket) {
        return store.get().bucketStart(conversation, bucket);
    }

    @Override
    public Map<Long, BucketStart> bucketStarts(ConversationId conversation, Collection<Long> buckets) {
        return store.get().bucketStarts(conversation, buckets);
    }

    @Override
    public OptionalLong firstSeqAt(ConversationId conversation, long bucket, Instant time) {
        return store.get().firstSeqAt(conversation, bucket, time);
    }

    @Override
    public SliceRows read(Slice slice, int limit) {
        return store.get().read(slice, limit);
    }

    @Override
    public Map<MessageKey, ArchivedMessage> readAll(Collection<MessageKey> keys) {
        return store.get().readAll(keys);
    }
}
