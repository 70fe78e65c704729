package chat.natter.history.archive;

import chat.natter.history.group.GroupEvent;
import chat.natter.history.message.ArchivedMessage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Archives one batch. When it returns, every record of the batch is durable: in the store, or among the dead letters.
 * If it throws, the whole batch comes again, which does no harm.
 */
@Singleton
final class ArchiveBatch {
    private static final Logger LOG = Logger.getLogger(ArchiveBatch.class);

    private final KeepEntries keepEntries;
    private final DeadLetters deadLetters;
    private final PersistUntilDone persist;
    private final ArchiveMetrics metrics;

    ArchiveBatch(KeepEntries keepEntries, DeadLetters deadLetters, PersistUntilDone persist, ArchiveMetrics metrics) {
        this.keepEntries = keepEntries;
        this.deadLetters = deadLetters;
        this.persist = persist;
        this.metrics = metrics;
    }

    void archive(List<ConsumerRecord<byte[], byte[]>> records) {
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
                setAside(record, unreadable.cause());
            }
        }
        if (!messages.isEmpty()) {
            persist.run(() -> keepEntries.keep(messages, groups));
        }
        metrics.done(messages.size());
    }

    private void setAside(ConsumerRecord<byte[], byte[]> record, String cause) {
        persist.run(() -> deadLetters.keep(record, cause));
        metrics.deadLettered();
        LOG.warnf(
                "dead letter topic=%s partition=%d offset=%d cause=%s",
                record.topic(), record.partition(), record.offset(), cause);
    }

    private static long oldest(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().mapToLong(ConsumerRecord::timestamp).min().orElse(0);
    }
}
