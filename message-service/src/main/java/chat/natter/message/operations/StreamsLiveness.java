package chat.natter.message.operations;

import chat.natter.message.topology.RunTopology;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless the engine has given up, which only a restart mends. */
@Liveness
@ApplicationScoped
class StreamsLiveness implements HealthCheck {
    private final RunTopology topology;

    StreamsLiveness(RunTopology topology) {
        this.topology = topology;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = topology.streams().state();
        return HealthCheckResponse.named("streams")
                .status(state != KafkaStreams.State.ERROR && state != KafkaStreams.State.NOT_RUNNING)
                .withData("state", state.name())
                .build();
    }
}
