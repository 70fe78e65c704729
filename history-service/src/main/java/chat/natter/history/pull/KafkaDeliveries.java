package chat.natter.history.pull;

import chat.natter.contract.GatewayId;
import chat.natter.contract.Topic;
import chat.natter.contract.record.Delivery;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Writes to whichever delivery topic an answer belongs to. The gateway made its topic before it asked anything, so a
 * topic that is not there is that of a gateway which was removed: nobody waits for it for long.
 */
@Singleton
final class KafkaDeliveries implements Deliveries {
    private static final Logger LOG = Logger.getLogger(KafkaDeliveries.class);
    private static final int LINGER_MILLIS = 1;
    private static final int MAX_BLOCK_MILLIS = 500;
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;

    KafkaDeliveries(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "history-service-pulls");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS / 2);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void send(GatewayId gateway, Delivery delivery) {
        String topic = Topic.deliveriesOf(gateway);
        try {
            var unused = producer.send(
                    new ProducerRecord<>(topic, delivery.getSession(), delivery.toByteArray()), (metadata, failure) -> {
                        if (failure != null) {
                            LOG.warnf(
                                    "an answer could not be stored gatewayId=%s cause=%s", gateway, failure.toString());
                        }
                    });
        } catch (KafkaException e) {
            LOG.warnf("an answer could not be taken gatewayId=%s cause=%s", gateway, e.toString());
        }
    }

    @PreDestroy
    void close() {
        producer.close(CLOSE_WITHIN);
    }
}
