package chat.natter.history.archive;

import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Puts a record that nobody can read among the dead letters, so that its partition can go on. */
@Singleton
public final class SetAside {
    private static final Logger LOG = Logger.getLogger(SetAside.class);

    private final DeadLetters deadLetters;
    private final PersistUntilDone persist;
    private final ArchiveMetrics metrics;

    SetAside(DeadLetters deadLetters, PersistUntilDone persist, ArchiveMetrics metrics) {
        this.deadLetters = deadLetters;
        this.persist = persist;
        this.metrics = metrics;
    }

    /**
     * Returns once it is kept.
     *
     * @param cause one line, without anything of the record's content
     */
    public void keep(ConsumerRecord<byte[], byte[]> record, String cause) {
        persist.run(() -> deadLetters.keep(record, cause));
        metrics.deadLettered();
        LOG.warnf(
                "dead letter topic=%s partition=%d offset=%d cause=%s",
                record.topic(), record.partition(), record.offset(), cause);
    }
}
