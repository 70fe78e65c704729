package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The port's sibling for tests. Passes the same contract test as the one in Cassandra. */
public final class InMemoryMessages implements MessageStore {
    private final Map<MessageKey, ArchivedMessage> messages = new HashMap<>();
    private final Set<MessageKey> erased = new HashSet<>();
    private final Map<ConversationId, Head> heads = new HashMap<>();
    private final Map<BucketStart.Key, BucketStart> starts = new HashMap<>();

    @Override
    public void write(List<ArchivedMessage> written) {
        for (ArchivedMessage message : written) {
            messages.merge(
                    new MessageKey(message.conversation(), message.seq()),
                    erased.contains(new MessageKey(message.conversation(), message.seq()))
                            ? message.withContent(ErasedContent.NOTHING)
                            : message,
                    (old, fresh) -> fresh.at().isBefore(old.at()) ? old : fresh);
        }
        writeStarts(written);
        Head.highest(written)
                .forEach(head -> heads.merge(
                        head.conversation(), head, (old, fresh) -> fresh.rank() > old.rank() ? fresh : old));
    }

    @Override
    public void erase(List<ArchivedMessage> entries, Instant erasedAt) {
        for (ArchivedMessage entry : entries) {
            MessageKey key = new MessageKey(entry.conversation(), entry.seq());
            erased.add(key);
            messages.computeIfPresent(key, (same, old) -> old.withContent(ErasedContent.NOTHING));
        }
    }

    /** Nothing expires here. */
    @Override
    public void renew(List<ArchivedMessage> entries) {}

    private void writeStarts(List<ArchivedMessage> written) {
        BucketStart.earliest(written)
                .forEach(start ->
                        starts.merge(start.key(), start, (old, fresh) -> fresh.rank() > old.rank() ? fresh : old));
    }

    @Override
    public Optional<BucketStart> bucketStart(ConversationId conversation, long bucket) {
        return starts.values().stream()
                .filter(start -> start.conversation().equals(conversation) && start.bucket() <= bucket)
                .max(Comparator.comparingLong(BucketStart::bucket));
    }

    @Override
    public Map<Long, BucketStart> bucketStarts(ConversationId conversation, Collection<Long> buckets) {
        return starts.values().stream()
                .filter(start -> start.conversation().equals(conversation) && buckets.contains(start.bucket()))
                .collect(Collectors.toMap(BucketStart::bucket, start -> start));
    }

    @Override
    public OptionalLong firstSeqAt(ConversationId conversation, long bucket, Instant time) {
        return messages.values().stream()
                .filter(message -> message.conversation().equals(conversation)
                        && Buckets.of(message.seq()) == bucket
                        && !message.at().isBefore(time))
                .mapToLong(ArchivedMessage::seq)
                .min();
    }

    @Override
    public OptionalLong lastSeq(ConversationId conversation) {
        Head head = heads.get(conversation);
        return head == null ? OptionalLong.empty() : OptionalLong.of(head.seq());
    }

    @Override
    public SliceRows read(Slice slice, int limit) {
        Comparator<ArchivedMessage> bySeq = Comparator.comparingLong(ArchivedMessage::seq);
        List<ArchivedMessage> rows = new ArrayList<>(messages.values());
        rows.removeIf(message -> !message.conversation().equals(slice.conversation())
                || message.seq() < slice.first()
                || message.seq() > slice.last());
        rows.sort(slice.direction() == Direction.NEWER ? bySeq : bySeq.reversed());
        return new SliceRows(rows.subList(0, Math.min(limit, rows.size())), rows.size() < limit);
    }

    @Override
    public Map<MessageKey, ArchivedMessage> readAll(Collection<MessageKey> keys) {
        Map<MessageKey, ArchivedMessage> found = new HashMap<>();
        for (MessageKey key : keys) {
            ArchivedMessage message = messages.get(key);
            if (message != null) {
                found.put(key, message);
            }
        }
        return found;
    }

    public int size() {
        return messages.size();
    }
}
