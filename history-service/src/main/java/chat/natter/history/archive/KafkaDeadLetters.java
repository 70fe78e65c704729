package chat.natter.history.archive;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/** Sends a poison record on as it came, with headers that tell where it was and why it is here. */
@Singleton
final class KafkaDeadLetters implements DeadLetters {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final MutinyEmitter<byte[]> emitter;

    KafkaDeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    @Override
    public void keep(ConsumerRecord<byte[], byte[]> poison, String cause) {
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(poison.key())
                .withHeaders(DeadLetterHeaders.of(poison, cause))
                .build();
        emitter.sendMessage(message(poison.value(), Metadata.of(metadata)))
                .await()
                .atMost(TIMEOUT);
    }

    @SuppressWarnings("NullAway") // A record without a value is passed on without one.
    private static Message<byte[]> message(byte @Nullable [] value, Metadata metadata) {
        return Message.of(value, metadata);
    }
}
