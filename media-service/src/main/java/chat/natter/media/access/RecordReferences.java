package chat.natter.media.access;

import chat.natter.media.storage.UntilStored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears on {@code chat.events} of files that were sent, and who is in a group. A batch is acknowledged when all of it
 * is stored; while storage is away it waits.
 */
@Singleton
class RecordReferences {
    private final ReferenceStore references;
    private final Members members;
    private final UntilStored untilStored;
    private final Counter recorded;

    RecordReferences(ReferenceStore references, Members members, UntilStored untilStored, MeterRegistry registry) {
        this.references = references;
        this.members = members;
        this.untilStored = untilStored;
        this.recorded = Counter.builder("natter.media.references")
                .description("Files that were sent to a conversation")
                .register(registry);
    }

    @Incoming("events")
    @Blocking
    void record(ConsumerRecords<byte[], byte[]> batch) {
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            GroupMembership.read(record.value()).ifPresent(change -> untilStored.run(() -> members.apply(change)));
            TopicAudience.read(record.value()).ifPresent(change -> untilStored.run(() -> members.apply(change)));
            ReadReference.read(record.value()).ifPresent(sent -> {
                untilStored.run(() -> references.add(sent.media(), sent.reference()));
                recorded.increment();
            });
        }
    }
}
