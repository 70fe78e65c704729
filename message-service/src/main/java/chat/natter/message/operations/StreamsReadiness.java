package chat.natter.message.operations;

import chat.natter.message.topology.RunTopology;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the stages process their partitions. */
@Readiness
@ApplicationScoped
class StreamsReadiness implements HealthCheck {
    private final RunTopology topology;

    StreamsReadiness(RunTopology topology) {
        this.topology = topology;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = topology.streams().state();
        return HealthCheckResponse.named("streams")
                .status(state == KafkaStreams.State.RUNNING)
                .withData("state", state.name())
                .build();
    }
}
