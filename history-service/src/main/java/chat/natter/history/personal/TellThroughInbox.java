package chat.natter.history.personal;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.PersonalNotice;
import chat.natter.history.problem.Refusal;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Writes to {@code chat.inbox}, from where it takes the way of messages. */
@Singleton
final class TellThroughInbox implements OwnDevices {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MutinyEmitter<byte[]> emitter;

    TellThroughInbox(@Channel("inbox") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    @Override
    public void tell(UserId user, PersonalNotice notice) {
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(user.value().getBytes(StandardCharsets.UTF_8))
                .build();
        byte[] record = InboxRecord.newBuilder().setPersonal(notice).build().toByteArray();
        try {
            emitter.sendMessage(Message.of(record, Metadata.of(metadata)))
                    .await()
                    .atMost(TIMEOUT);
        } catch (TimeoutException | KafkaException e) {
            throw new Refusal(Problem.UNAVAILABLE, "Your other devices cannot be told right now. Ask again.");
        }
    }
}
