package chat.natter.presence.streams;

import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while this instance serves its partitions. */
@Readiness
final class ReportReadiness implements HealthCheck {
    private final RunStreams run;

    ReportReadiness(RunStreams run) {
        this.run = run;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = run.streams().state();
        return HealthCheckResponse.named("streams")
                .status(state == KafkaStreams.State.RUNNING)
                .withData("state", state.name())
                .build();
    }
}
