package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Messages in Cassandra; see {@code V001__messages.cql} for why the tables are as they are. */
final class CassandraMessages implements MessageStore {
    /** A slice is cut off once it has read so many bytes of content: a page must fit into a small heap many times. */
    private static final int MAX_BYTES = 1024 * 1024;

    private final InsertMessage insertMessage;
    private final EraseMessage eraseMessage;
    private final SelectKept selectKept;
    private final AdvanceHead advanceHead;
    private final InsertBucketStart insertBucketStart;
    private final RememberStarts rememberStarts = new RememberStarts();
    private final SelectHead selectHead;
    private final SelectBucketStart selectBucketStart;
    private final SelectTimes selectTimes;
    private final SelectOlder selectOlder;
    private final SelectNewer selectNewer;
    private final ReadMany readMany;
    private final int maxInFlight;
    private final Lifetimes lifetimes;
    private final Clock clock;

    CassandraMessages(CqlSession session, int maxInFlight, Lifetimes lifetimes, Clock clock) {
        this.insertMessage = new InsertMessage(session);
        this.eraseMessage = new EraseMessage(session);
        this.selectKept = new SelectKept(session);
        this.advanceHead = new AdvanceHead(session);
        this.insertBucketStart = new InsertBucketStart(session);
        this.selectHead = new SelectHead(session);
        this.selectBucketStart = new SelectBucketStart(session);
        this.selectTimes = new SelectTimes(session);
        this.selectOlder = new SelectOlder(session);
        this.selectNewer = new SelectNewer(session);
        this.readMany = new ReadMany(new SelectMessages(session));
        this.maxInFlight = maxInFlight;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public void write(List<ArchivedMessage> messages) {
        Instant now = clock.instant();
        WritesInFlight writes = new WritesInFlight(maxInFlight);
        for (ArchivedMessage message : messages) {
            if (!lifetimes.isOver(message, now)) {
                int ttl = TimeToLive.seconds(lifetimes, message, now);
                writes.start(() -> insertMessage.execute(message, ttl));
            }
        }
        List<BucketStart> starts = rememberStarts.news(BucketStart.earliest(messages));
        starts.forEach(start -> writes.start(() -> insertBucketStart.execute(start)));
        writes.await();
        rememberStarts.remember(starts);
        // Only now: whoever sees the head can read what it points to.
        for (Head head : Head.highest(messages)) {
            writes.start(() -> advanceHead.execute(head));
        }
        writes.await();
    }

    @Override
    public void erase(List<ArchivedMessage> entries, Instant erasedAt) {
        Instant now = clock.instant();
        WritesInFlight writes = new WritesInFlight(maxInFlight);
        for (ArchivedMessage entry : entries) {
            if (!lifetimes.isOver(entry, now)) {
                int ttl = TimeToLive.seconds(lifetimes, entry, now);
                writes.start(() -> eraseMessage.execute(entry, erasedAt, ttl));
            }
        }
        writes.await();
    }

    @Override
    public void renew(List<ArchivedMessage> entries) {
        Instant now = clock.instant();
        WritesInFlight writes = new WritesInFlight(maxInFlight);
        for (ArchivedMessage entry : entries) {
            int ttl = TimeToLive.seconds(lifetimes, entry, now);
            reading(() -> selectKept.entry(entry))
                    .filter(kept -> kept.differsFrom(ttl))
                    .ifPresent(kept -> writes.start(
                            () -> insertMessage.execute(entry.withContent(kept.content()), kept.written() + 1, ttl)));
        }
        writes.await();
    }

    @Override
    public OptionalLong lastSeq(ConversationId conversation) {
        return reading(() -> selectHead.execute(conversation));
    }

    @Override
    public Optional<BucketStart> bucketStart(ConversationId conversation, long bucket) {
        return reading(() -> selectBucketStart.nearest(conversation, bucket));
    }

    @Override
    public Map<Long, BucketStart> bucketStarts(ConversationId conversation, Collection<Long> buckets) {
        return reading(() -> selectBucketStart.these(conversation, buckets));
    }

    @Override
    public OptionalLong firstSeqAt(ConversationId conversation, long bucket, Instant time) {
        return reading(() -> selectTimes.firstAt(conversation, bucket, time));
    }

    @Override
    public SliceRows read(Slice slice, int limit) {
        return reading(() -> {
            ResultSet rows = switch (slice.direction()) {
                case OLDER -> selectOlder.execute(slice, limit);
                case NEWER -> selectNewer.execute(slice, limit);
            };
            return collect(slice.conversation(), rows, limit);
        });
    }

    @Override
    public Map<MessageKey, ArchivedMessage> readAll(Collection<MessageKey> keys) {
        return reading(() -> readMany.read(keys));
    }

    private static SliceRows collect(ConversationId conversation, ResultSet rows, int limit) {
        List<ArchivedMessage> messages = new ArrayList<>();
        int bytes = 0;
        int read = 0;
        for (Row row : rows) {
            read++;
            if (ReadRow.isLeftOver(row)) {
                continue;
            }
            ArchivedMessage message = ReadRow.read(conversation, row);
            messages.add(message);
            bytes += message.content().utf8().length;
            if (bytes >= MAX_BYTES) {
                return new SliceRows(messages, false);
            }
        }
        return new SliceRows(messages, read < limit);
    }

    private static <T> T reading(Supplier<T> read) {
        return OrUnavailable.read(read);
    }
}
