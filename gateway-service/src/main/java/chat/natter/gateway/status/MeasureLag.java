package chat.natter.gateway.status;

import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Future;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks Kafka how far the services have read. Whoever asks shortly after another gets the same answer, so that a page
 * that many look at costs no more than one; and nobody waits for long, also if the network swallows what is asked.
 */
@Singleton
class MeasureLag {
    private static final Logger LOG = Logger.getLogger(MeasureLag.class);
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    private final Admin admin;
    private final List<String> groups;
    private final Clock clock;
    private final Duration within;
    private @Nullable Answer last;

    /** What was answered, or will be, to who asked then. */
    private record Answer(long askedAt, Future<Optional<List<Lag>>> lag) {}

    @Inject
    MeasureLag(StatusConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock) {
        this(config.groups(), kafka, clock, WITHIN);
    }

    MeasureLag(List<String> groups, Map<String, Object> kafka, Clock clock, Duration within) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) within.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) within.toMillis());
        this.admin = Admin.create(settings);
        this.groups = List.copyOf(groups);
        this.clock = clock;
        this.within = within;
    }

    /** By group and topic; a partition of which nothing was committed yet is left out. Empty if there is no answer. */
    synchronized Future<Optional<List<Lag>>> ask() {
        long now = clock.millis();
        Answer known = last;
        if (known == null || now - known.askedAt() >= GOOD_FOR.toMillis()) {
            known = new Answer(now, measure());
            last = known;
        }
        return known.lag();
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }

    private Future<Optional<List<Lag>>> measure() {
        return committed()
                .compose(committed -> ends(committed).map(ends -> Optional.of(lag(committed, ends))))
                .timeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(failure -> {
                    LOG.infof("Kafka does not say how far the services have read: %s", failure.toString());
                    return Optional.empty();
                });
    }

    private Future<Map<String, Map<TopicPartition, OffsetAndMetadata>>> committed() {
        ListConsumerGroupOffsetsSpec everything = new ListConsumerGroupOffsetsSpec();
        return Future.fromCompletionStage(admin.listConsumerGroupOffsets(
                        groups.stream().collect(Collectors.toMap(Function.identity(), group -> everything)))
                .all()
                .toCompletionStage());
    }

    private Future<Map<TopicPartition, ListOffsetsResultInfo>> ends(
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        committed.values().forEach(offsets -> offsets.keySet().forEach(each -> asked.put(each, OffsetSpec.latest())));
        return Future.fromCompletionStage(admin.listOffsets(asked).all().toCompletionStage());
    }

    private static List<Lag> lag(
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return new TreeMap<>(committed)
                .entrySet().stream()
                        .flatMap(group -> byTopic(group.getValue(), ends).entrySet().stream()
                                .map(topic -> new Lag(group.getKey(), topic.getKey(), topic.getValue())))
                        .toList();
    }

    private static Map<String, Long> byTopic(
            Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, ListOffsetsResultInfo> ends) {
        Map<String, Long> byTopic = new TreeMap<>();
        committed.forEach((partition, offset) -> {
            ListOffsetsResultInfo end = ends.get(partition);
            if (end != null) {
                byTopic.merge(partition.topic(), Math.max(0, end.offset() - offset.offset()), Long::sum);
            }
        });
        return byTopic;
    }
}
