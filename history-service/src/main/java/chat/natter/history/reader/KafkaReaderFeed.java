package chat.natter.history.reader;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Reader;
import chat.natter.history.message.StoreUnavailable;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jspecify.annotations.Nullable;

/** Writes to {@code chat.readers}. */
@Singleton
final class KafkaReaderFeed implements ReaderFeed {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MutinyEmitter<Record<byte[], byte @Nullable []>> emitter;

    KafkaReaderFeed(@Channel("readers") MutinyEmitter<Record<byte[], byte @Nullable []>> emitter) {
        this.emitter = emitter;
    }

    @Override
    public void tell(UserId user, ConversationId topic, boolean follows) {
        byte[] key = (topic + "/" + user).getBytes(StandardCharsets.UTF_8);
        byte[] value = follows
                ? Reader.newBuilder()
                        .setConversation(topic.value())
                        .setUser(user.value())
                        .build()
                        .toByteArray()
                : null;
        try {
            emitter.send(Record.of(key, value)).await().atMost(TIMEOUT);
        } catch (TimeoutException | KafkaException e) {
            throw new StoreUnavailable(e);
        }
    }
}
