package chat.natter.message.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

final class StreamsSettingsTest {
    @Test
    void letsAnInstanceThatStopsHandItsPartitionsOver() {
        // Given
        Properties settings = StreamsSettings.membership(Duration.ofSeconds(10));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "message-service");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");

        // When: what Kafka Streams makes of it, which has a default of its own
        StreamsConfig made = new StreamsConfig(settings);

        // Then
        assertThat(made.getMainConsumerConfigs("message-service", "client", 0))
                .containsEntry("internal.leave.group.on.close", true)
                .containsEntry("session.timeout.ms", 10_000)
                .containsEntry("heartbeat.interval.ms", 2_500);
    }
}
