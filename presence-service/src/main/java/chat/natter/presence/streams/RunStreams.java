package chat.natter.presence.streams;

import chat.natter.presence.gateways.GatewayPulses;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;

/**
 * Starts the topology once its topics exist and closes it with the service. A stream thread that fails is replaced: the
 * records are still there, and a restart of the process would do no better.
 */
@Singleton
public final class RunStreams {
    private static final Logger LOG = Logger.getLogger(RunStreams.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final PresenceCounts counts;
    private final DeliveryTopics deliveryTopics;
    private final Thread starter;

    RunStreams(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            StreamsConfiguration config,
            GatewayPulses pulses,
            PresenceCounts counts,
            Clock clock) {
        this.counts = counts;
        this.deliveryTopics = new DeliveryTopics(Admin.create(kafka), clock);
        PartitionSettings settings =
                new PartitionSettings(config.grace(), config.sweepInterval(), config.throttle(), deliveryTopics);
        this.streams =
                new KafkaStreams(PresenceTopology.build(pulses, counts, settings), StreamsSettings.of(kafka, config));
        this.starter = new Thread(() -> start(new AwaitTopics(kafka)), "presence-start");
    }

    void start(@Observes StartupEvent event) {
        streams.setUncaughtExceptionHandler(this::replaceThread);
        starter.setDaemon(true);
        starter.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        starter.interrupt();
        starter.join(CLOSE_TIMEOUT.toMillis());
        streams.close(CLOSE_TIMEOUT);
        deliveryTopics.close();
    }

    KafkaStreams streams() {
        return streams;
    }

    private void start(AwaitTopics topics) {
        try {
            topics.await();
            streams.start();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private StreamThreadExceptionResponse replaceThread(Throwable failure) {
        counts.threadFailures.increment();
        LOG.error("stream thread failed and is replaced", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
