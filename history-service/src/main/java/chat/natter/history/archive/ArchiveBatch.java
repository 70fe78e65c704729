package chat.natter.history.archive;

import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.MessageStore;
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

    private final MessageStore store;
    private final DeadLetters deadLetters;
    private final PersistUntilDone persist;
    private final ArchiveMetrics metrics;

    ArchiveBatch(MessageStore store, DeadLetters deadLetters, PersistUntilDone persist, ArchiveMetrics metrics) {
        this.store = store;
        this.deadLetters = deadLetters;
        this.persist = persist;
        this.metrics = metrics;
    }

    void archive(List<ConsumerRecord<byte[], byte[]>> records) {
        metrics.begun(records.size(), oldest(records));
        List<ArchivedMessage> messages = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Reading reading = ReadEvent.read(record.value());
            if (reading instanceof Reading.Message readable) {
                messages.add(readable.message());
            } else if (reading instanceof Reading.Unreadable unreadable) {
                setAside(record, unreadable.cause());
            }
        }
        if (!messages.isEmpty()) {
            persist.run(() -> store.write(messages));
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
