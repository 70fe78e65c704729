package chat.natter.history.archive;

import chat.natter.history.group.GroupEvent;
import chat.natter.history.message.ArchivedMessage;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Archives one batch. When it returns, every record of the batch is durable: in the store, or among the dead letters.
 * If it throws, the whole batch comes again, which does no harm.
 */
@Singleton
final class ArchiveBatch {
    private final ApplyPolicies applyPolicies;
    private final SetAside setAside;
    private final PersistUntilDone persist;
    private final ArchiveMetrics metrics;
    private final FollowArchiving follow;

    ArchiveBatch(
            ApplyPolicies applyPolicies,
            SetAside setAside,
            PersistUntilDone persist,
            ArchiveMetrics metrics,
            FollowArchiving follow) {
        this.applyPolicies = applyPolicies;
        this.setAside = setAside;
        this.persist = persist;
        this.metrics = metrics;
        this.follow = follow;
    }

    void archive(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Span> steps = follow.begin(records);
        try {
            keep(records);
        } finally {
            steps.forEach(Span::end);
        }
    }

    private void keep(List<ConsumerRecord<byte[], byte[]>> records) {
        metrics.begun(records.size(), oldest(records));
        List<ArchivedMessage> messages = new ArrayList<>(records.size());
        List<GroupEvent> groups = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Reading reading = ReadEvent.read(record.value());
            if (reading instanceof Reading.Message readable) {
                messages.add(readable.message());
            } else if (reading instanceof Reading.Group group) {
                messages.add(group.message());
                groups.add(group.event());
            } else if (reading instanceof Reading.Unreadable unreadable) {
                setAside.keep(record, unreadable.cause());
            }
        }
        if (!messages.isEmpty()) {
            persist.run(() -> applyPolicies.keep(messages, groups));
        }
        metrics.done(messages.size());
    }

    private static long oldest(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().mapToLong(ConsumerRecord::timestamp).min().orElse(0);
    }
}
