package chat.natter.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeasureLagTest {
    /** Takes connections and never says anything, as behind a network that swallows everything. */
    private final ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    private final MeasureLag lag = new MeasureLag(
            List.of("message-service"),
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + silent.getLocalPort()),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            Duration.ofMillis(200));

    MeasureLagTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        lag.close();
        silent.close();
    }

    @Test
    void isNotWaitedForWhileKafkaDoesNotAnswer() throws Exception {
        Future<Optional<List<Lag>>> asked = lag.ask();

        assertThat(asked.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS))
                .isEmpty();
    }

    @Test
    void isAskedForOnceByThoseWhoAskTogether() {
        assertThat(lag.ask()).isSameAs(lag.ask());
    }
}
