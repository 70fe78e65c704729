package chat.natter.gateway.kafka;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Topic;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Heartbeat;
import chat.natter.contract.record.PullRequest;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.TypingRecord;
import chat.natter.contract.record.WatchRecord;
import chat.natter.gateway.session.Publisher;
import chat.natter.gateway.trace.FollowMessages;
import chat.natter.gateway.trace.Step;
import com.google.protobuf.MessageLite;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * What this gateway writes to Kafka. Called on event loops, so it must not block: what is under way is bounded below
 * the producers' buffers, and the topics' metadata is fetched before the first socket and never given up.
 *
 * <p>A command that was taken is never given up. Were it, and Kafka came back at that moment, the next one behind it
 * would be stored and overtake it. What a client repeats elsewhere meanwhile comes in the same order, and is known by
 * its id. Everything else is worth nothing after a while, and has a producer of its own.
 */
@Singleton
public class PublishRecords {
    private static final Logger LOG = Logger.getLogger(PublishRecords.class);
    private static final int BATCH_BYTES = 64 * 1024;
    private static final long BUFFER_BYTES = 64L * 1024 * 1024;
    private static final long MAX_BYTES_IN_FLIGHT = BUFFER_BYTES / 2;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> commands;
    private final KafkaProducer<String, byte[]> others;
    private final Duration deliveryTimeout;
    private final int maxInFlight;
    private final FollowMessages follow;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong bytesInFlight = new AtomicLong();
    private final LongAdder failures = new LongAdder();

    PublishRecords(
            KafkaConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry meters,
            FollowMessages follow) {
        deliveryTimeout = config.deliveryTimeout();
        commands = producer(config, kafka, "-commands", Integer.MAX_VALUE);
        others = producer(config, kafka, "", (int) deliveryTimeout.toMillis());
        maxInFlight = config.maxInFlight();
        this.follow = follow;
        meters.gauge("natter.gateway.publish.in.flight", inFlight);
        meters.gauge("natter.gateway.publish.failures", failures);
    }

    private static KafkaProducer<String, byte[]> producer(
            KafkaConfig config, Map<String, Object> kafka, String suffix, int deliveryTimeoutMillis) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, config.id() + suffix);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, config.linger().toMillis());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 500);
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(1).toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryTimeoutMillis);
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) config.deliveryTimeout().toMillis() / 3);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Fetches what the producers have to know of their topics; throws while Kafka or a topic is not there. */
    void prepare() {
        commands.partitionsFor(Topic.COMMANDS.topicName());
        others.partitionsFor(Topic.SESSIONS.topicName());
        others.partitionsFor(Topic.GATEWAYS.topicName());
        others.partitionsFor(Topic.WATCHES.topicName());
        others.partitionsFor(Topic.TYPING.topicName());
        others.partitionsFor(Topic.PULLS.topicName());
    }

    /**
     * Whether the command was taken; if so and Kafka refuses it, {@code refused} is called on the producer's thread.
     * While Kafka is away it waits, and nothing is called.
     */
    public boolean command(ConversationId conversation, Command command, long at, Publisher.Refused refused) {
        if (!hasRoom()) {
            return false;
        }
        Step step = follow.receive(conversation, command);
        return send(
                commands,
                record(Topic.COMMANDS, conversation.value(), command, at),
                step,
                () -> {},
                () -> refused.command(step.traceId()));
    }

    /**
     * Session records are small, few per socket, and what they say is told again: by a heartbeat or the next session.
     */
    public void session(UserId user, SessionRecord record, long at) {
        send(Topic.SESSIONS, user.value(), record, at, () -> {});
    }

    /** A watch that is lost is asked for again by the next session; a client that sees no answer may ask again too. */
    public void watch(UserId user, WatchRecord record, long at) {
        if (hasRoom()) {
            send(Topic.WATCHES, user.value(), record, at, () -> {});
        }
    }

    /** Typing that is lost is said again or is over. */
    public void typing(ConversationId conversation, TypingRecord record, long at) {
        if (hasRoom()) {
            send(Topic.TYPING, conversation.value(), record, at, () -> {});
        }
    }

    /** Whether the request was taken; if so and it cannot be stored in time, {@code refused} is called. */
    public boolean pull(ConversationId conversation, PullRequest request, long at, Runnable refused) {
        return hasRoom() && send(Topic.PULLS, conversation.value(), request, at, refused);
    }

    /** {@code stored} is called on the producer's thread once the heartbeat is. */
    void heartbeat(Heartbeat heartbeat, Runnable stored) {
        send(
                others,
                record(Topic.GATEWAYS, heartbeat.getGateway(), heartbeat, heartbeat.getAt()),
                Step.NONE,
                stored,
                () -> {});
    }

    /** No more commands come: waits until all that was taken is stored, or cannot be in time. */
    public void flush() {
        commands.close(deliveryTimeout);
        others.flush();
    }

    @PreDestroy
    void close() {
        commands.close(CLOSE_WITHIN);
        others.close(CLOSE_WITHIN);
    }

    /** What is left of the buffer is for what must not be lost: sessions and heartbeats. */
    private boolean hasRoom() {
        return inFlight.get() < maxInFlight && bytesInFlight.get() < MAX_BYTES_IN_FLIGHT;
    }

    private boolean send(Topic topic, String key, MessageLite value, long at, Runnable refused) {
        return send(others, record(topic, key, value, at), Step.NONE, () -> {}, refused);
    }

    private static ProducerRecord<String, byte[]> record(Topic topic, String key, MessageLite value, long at) {
        return new ProducerRecord<>(topic.topicName(), null, at, key, value.toByteArray());
    }

    private boolean send(
            KafkaProducer<String, byte[]> producer,
            ProducerRecord<String, byte[]> record,
            Step step,
            Runnable stored,
            Runnable refused) {
        step.continueIn(record.headers());
        int bytes = record.value().length;
        inFlight.incrementAndGet();
        bytesInFlight.addAndGet(bytes);
        Callback done = (metadata, failure) -> {
            inFlight.decrementAndGet();
            bytesInFlight.addAndGet(-bytes);
            if (failure == null) {
                step.done();
                stored.run();
            } else {
                failed("stored", record, step, failure);
                refused.run();
            }
        };
        try {
            Future<?> sent = producer.send(record, done);
            return !sent.isCancelled();
        } catch (KafkaException | IllegalStateException e) {
            // Thrown instead of calling back: the buffer is full, or this gateway has left.
            inFlight.decrementAndGet();
            bytesInFlight.addAndGet(-bytes);
            failed("taken", record, step, e);
            return false;
        }
    }

    private void failed(String what, ProducerRecord<String, byte[]> record, Step step, Exception cause) {
        failures.increment();
        step.failed(cause.toString());
        LOG.warnf(
                "a record could not be %s topic=%s%s cause=%s", what, record.topic(), step.logged(), cause.toString());
    }
}
