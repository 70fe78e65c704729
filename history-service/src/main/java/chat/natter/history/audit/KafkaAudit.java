package chat.natter.history.audit;

import chat.natter.contract.ConversationId;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import chat.natter.contract.record.AuditEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Writes to {@code chat.audit}. The id follows from the subject and what happened, so that a repeat has the same. */
@Singleton
final class KafkaAudit implements TellAudit {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final MutinyEmitter<byte[]> emitter;

    KafkaAudit(@Channel("audit") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    @Override
    public void tell(SecurityEvent event, UserId user, Instant at, Map<String, String> details) {
        tell(AuditEvent.newBuilder().setUser(user.value()), user.value(), event, at, details);
    }

    @Override
    public void tell(SecurityEvent event, ConversationId conversation, Instant at, Map<String, String> details) {
        tell(AuditEvent.newBuilder().setConversation(conversation.value()), conversation.value(), event, at, details);
    }

    @Override
    public void tell(SecurityEvent event, Instant at, Map<String, String> details) {
        // Several may look at the archive in the same millisecond.
        tell(AuditEvent.newBuilder(), event.code() + "/" + UUID.randomUUID(), event, at, details);
    }

    private void tell(
            AuditEvent.Builder about, String subject, SecurityEvent event, Instant at, Map<String, String> details) {
        String name = subject + "/" + event.code() + "/" + at.toEpochMilli();
        AuditEvent record = about.setId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setEvent(event.code())
                .setAt(at.toEpochMilli())
                .putAllDetails(details)
                .build();
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(subject.getBytes(StandardCharsets.UTF_8))
                .build();
        emitter.sendMessage(Message.of(record.toByteArray(), Metadata.of(metadata)))
                .await()
                .atMost(TIMEOUT);
    }
}
