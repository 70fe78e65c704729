package chat.natter.presence.streams;

import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless Streams has given up; a broker that is away is no reason for a restart. */
@Liveness
final class ReportLiveness implements HealthCheck {
    private final RunStreams run;

    ReportLiveness(RunStreams run) {
        this.run = run;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = run.streams().state();
        boolean gaveUp = state == KafkaStreams.State.ERROR
                || state == KafkaStreams.State.PENDING_ERROR
                || state == KafkaStreams.State.NOT_RUNNING;
        return HealthCheckResponse.named("streams").status(!gaveUp).build();
    }
}
