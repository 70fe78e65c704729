package chat.natter.message.topology;

import chat.natter.contract.Topic;
import chat.natter.message.conversation.ConversationLimits;
import chat.natter.message.inbox.InboxLimits;
import chat.natter.message.store.StoreMemory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Starts the stages when their topics are there, and stops them with the service. */
@Startup
@ApplicationScoped
public class RunTopology {
    private static final Logger LOG = Logger.getLogger(RunTopology.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);

    private final TopicPartitions partitions;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final AwaitTopics awaitTopics;

    RunTopology(
            MessageConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry registry,
            OpenTelemetry openTelemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean tracingOff) {
        ConversationLimits defaults = ConversationLimits.defaults();
        ConversationLimits conversations = new ConversationLimits(
                config.repeatWindow(),
                defaults.maxParked(),
                defaults.askAgainAfter(),
                defaults.keepParked(),
                config.editWindow(),
                config.retractWindow(),
                config.maxEdits(),
                config.maxMembers(),
                config.maxPublishers(),
                config.partSize(),
                config.maxMentions(),
                config.mentionAllMembers());
        InboxLimits inboxDefaults = InboxLimits.defaults();
        InboxLimits inboxes = new InboxLimits(
                config.window(), config.retention(), inboxDefaults.tellAgain(), inboxDefaults.maxRevoked());
        partitions = new TopicPartitions(Admin.create(kafka), Clock.systemUTC());
        // The library still makes spans while it is switched off, and throws them away.
        Tracer tracer = (tracingOff ? OpenTelemetry.noop() : openTelemetry).getTracer("chat.natter.message");
        Topology topology = MessageTopology.build(
                conversations,
                inboxes,
                new StoreMemory(config.storeMemory()),
                partitions,
                new Telemetry(registry, tracer));
        streams = new KafkaStreams(topology, StreamsSettings.of(config, kafka));
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("a stream thread failed and is replaced", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.setStateListener((now, before) -> LOG.infof("streams state=%s before=%s", now, before));
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(registry);
        awaitTopics = new AwaitTopics(
                kafka,
                Topic.COMMANDS,
                Topic.TYPING,
                Topic.INBOX,
                Topic.SESSIONS,
                Topic.ACCOUNTS,
                Topic.EVENTS,
                Topic.MARKS);
    }

    @PostConstruct
    void start() {
        awaitTopics.then(streams::start);
    }

    @PreDestroy
    void stop() {
        awaitTopics.cancel();
        streams.close(CLOSE_WITHIN);
        metrics.close();
        partitions.close();
    }

    /** The running engine, for health and look-ups. */
    public KafkaStreams streams() {
        return streams;
    }
}
