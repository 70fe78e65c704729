package chat.natter.presence.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.GatewayId;
import chat.natter.contract.Topic;
import chat.natter.contract.record.Heartbeat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class FollowHeartbeatsTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.GATEWAYS.topicName(), 0);
    private static final Incarnation GATEWAY = new Incarnation(new GatewayId("gateway-1"), 7);

    private final Hand clock = new Hand();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final GatewayPulses pulses = new GatewayPulses(3, 100);

    @Test
    void confirmsContactOnlyAfterReadingUpToTheEnd() {
        // Given a topic that holds two heartbeats of which one has arrived
        FollowHeartbeats follow = follow(2);
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, "gateway-1", heartbeat()));

        // When
        follow.step();
        clock.now += 400;

        // Then without proof of having read all, nobody is judged
        assertThat(pulses.judge(GATEWAY, clock.now)).isEqualTo(GatewayVerdict.ALIVE);

        // When the rest arrives and the silence after it is over
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 1, "gateway-1", heartbeat()));
        follow.step();
        clock.now += 600;
        follow.step();

        // Then
        assertThat(pulses.judge(GATEWAY, clock.now)).isEqualTo(GatewayVerdict.SILENT);
    }

    @Test
    void doesNotTakeASilentBrokerForSilentGateways() {
        // Given
        FollowHeartbeats follow = follow(1);
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, "gateway-1", heartbeat()));
        follow.step();

        // When the broker no longer answers
        consumer.setOffsetsException(new TimeoutException("no answer"));
        clock.now += 60_000;

        // Then
        assertThatThrownBy(follow::step).isInstanceOf(TimeoutException.class);
        assertThat(pulses.judge(GATEWAY, clock.now)).isEqualTo(GatewayVerdict.ALIVE);
    }

    @Test
    void skipsWhatItCannotRead() {
        // Given
        FollowHeartbeats follow = follow(4);
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, "gateway-1", new byte[] {1, 2, 3}));
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 1, "Not a gateway!", heartbeat()));
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 2, null, heartbeat()));
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 3, "gateway-1", heartbeat()));

        // When
        follow.step();

        // Then
        assertThat(pulses.judge(new Incarnation(GATEWAY.gateway(), 6), clock.now))
                .isEqualTo(GatewayVerdict.SUPERSEDED);
    }

    private FollowHeartbeats follow(long end) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        return new FollowHeartbeats(consumer, List.of(PARTITION), pulses, clock);
    }

    private static byte[] heartbeat() {
        return Heartbeat.newBuilder()
                .setGateway("gateway-1")
                .setEpoch(7)
                .setIntervalMillis(100)
                .build()
                .toByteArray();
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        long now = 1_000_000;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }
    }
}
