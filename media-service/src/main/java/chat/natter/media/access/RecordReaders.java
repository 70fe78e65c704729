package chat.natter.media.access;

import chat.natter.media.storage.UntilStored;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears on {@code chat.readers} who follows which topic, and keeps it before it acknowledges. */
@Singleton
class RecordReaders {
    private static final Logger LOG = Logger.getLogger(RecordReaders.class);

    private final Members members;
    private final UntilStored untilStored;

    RecordReaders(Members members, UntilStored untilStored) {
        this.members = members;
        this.untilStored = untilStored;
    }

    @Incoming("readers")
    @Blocking
    void record(ConsumerRecords<byte[], byte[]> batch) {
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            Following.read(record.key(), record.value())
                    .ifPresentOrElse(
                            change -> untilStored.run(() -> members.apply(change)),
                            () -> LOG.warnf(
                                    "unreadable reader record partition=%d offset=%d",
                                    record.partition(), record.offset()));
        }
    }
}
