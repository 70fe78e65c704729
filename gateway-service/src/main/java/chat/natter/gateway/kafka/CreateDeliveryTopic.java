package chat.natter.gateway.kafka;

import chat.natter.contract.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates this gateway's delivery topic before anybody can learn of the gateway. It is not removed at the end: a
 * gateway keeps its name and comes back, and a writer to a missing topic would stall.
 */
@Singleton
public class CreateDeliveryTopic {
    private static final long TIMEOUT_SECONDS = 10;

    private final KafkaConfig config;
    private final GatewayIdentity identity;
    private final Map<String, Object> kafka;

    CreateDeliveryTopic(
            KafkaConfig config,
            GatewayIdentity identity,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.identity = identity;
        this.kafka = kafka;
    }

    void createIfMissing() throws ExecutionException, InterruptedException, TimeoutException {
        NewTopic topic = new NewTopic(
                        Topic.deliveriesOf(identity.id()), Optional.of(config.deliveryPartitions()), Optional.empty())
                .configs(Topic.deliverySettings());
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(topic)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
