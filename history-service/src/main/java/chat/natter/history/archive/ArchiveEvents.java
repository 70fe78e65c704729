package chat.natter.history.archive;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes batches from {@code chat.events}, one at a time; the batch is acknowledged when the method returns. */
@Singleton
final class ArchiveEvents {
    private final ArchiveBatch archiveBatch;

    ArchiveEvents(ArchiveBatch archiveBatch) {
        this.archiveBatch = archiveBatch;
    }

    @Incoming("events")
    @Blocking
    void archive(ConsumerRecords<byte[], byte[]> batch) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(batch.count());
        batch.forEach(records::add);
        archiveBatch.archive(records);
    }
}
