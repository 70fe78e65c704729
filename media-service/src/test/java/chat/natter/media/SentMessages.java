package chat.natter.media;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Topic;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.MessageAccepted;
import chat.natter.stack.LocalStack;
import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What message-service and auth-service tell, written to the real topics. */
final class SentMessages implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", LocalStack.current().kafkaBootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** The message that carries a file has been accepted. */
    void send(UserId from, UserId to, String mediaId) {
        ConversationId conversation = ConversationId.direct(from, to);
        Event event = Event.newBuilder()
                .setConversation(conversation.value())
                .setSeq(1)
                .setFrom(from.value())
                .setMessage(MessageAccepted.newBuilder()
                        .setContent(ByteString.copyFromUtf8("{\"kind\":\"media\",\"ref\":\"%s\"}".formatted(mediaId))))
                .build();
        write(Topic.EVENTS, conversation.value(), event.toByteArray());
    }

    void erase(UserId user) {
        write(Account.newBuilder().setUser(user.value()).setVersion(3).setStatus(Account.Status.ERASED));
    }

    /** The account has that picture now. */
    void show(UserId user, String mediaId) {
        write(Account.newBuilder()
                .setUser(user.value())
                .setVersion(2)
                .setStatus(Account.Status.ACTIVE)
                .setAvatar(mediaId));
    }

    private void write(Account.Builder account) {
        write(Topic.ACCOUNTS, account.getUser(), account.build().toByteArray());
    }

    private void write(Topic topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
