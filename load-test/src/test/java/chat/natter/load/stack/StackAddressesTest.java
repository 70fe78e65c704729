package chat.natter.load.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StackAddressesTest {
    @Test
    void findsTheMetricsBesideTheHealthOfOurServices() throws IOException {
        // When
        StackAddresses addresses = StackAddresses.of(new ObjectMapper().readTree("""
                {"connections": {"kafkaBootstrap": "127.0.0.1:19092"},
                 "services": [
                  {"name": "kafka", "launch": {"probe": {"kind": "KAFKA", "target": "tcp://127.0.0.1:19092"}}},
                  {"name": "keycloak", "launch": {"probe": {"kind": "OK", "target": "http://127.0.0.1:9000/health/ready"}}},
                  {"name": "auth", "launch": {"probe": {"kind": "OK", "target": "http://127.0.0.1:8201/q/health/ready"}}}
                 ]}
                """));
        // Then
        assertThat(addresses.kafka()).isEqualTo("127.0.0.1:19092");
        assertThat(addresses.metrics()).containsOnly(Map.entry("auth", URI.create("http://127.0.0.1:8201/q/metrics")));
    }

    @Test
    void knowsNothingOfAFileThatSaysNothing() throws IOException {
        assertThat(StackAddresses.of(new ObjectMapper().readTree("{}"))).isEqualTo(StackAddresses.NONE);
    }
}
