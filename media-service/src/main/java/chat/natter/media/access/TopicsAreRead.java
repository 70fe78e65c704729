package chat.natter.media.access;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether all instances together have read {@code chat.events} and {@code chat.accounts} up to a few minutes ago. Only
 * then does the absence of a reference say that nobody sent a file, and nobody shows it as a portrait.
 */
@Singleton
public class TopicsAreRead {
    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final long TIMEOUT_SECONDS = 20;

    private final Map<String, Object> kafka;
    private final List<Subscription> subscriptions;
    private final Clock clock;

    private record Subscription(String topic, String group) {}

    TopicsAreRead(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.events.topic") String events,
            @ConfigProperty(name = "mp.messaging.incoming.events.group.id") String eventsGroup,
            @ConfigProperty(name = "mp.messaging.incoming.accounts.topic") String accounts,
            @ConfigProperty(name = "mp.messaging.incoming.accounts.group.id") String accountsGroup,
            Clock clock) {
        this.kafka = new HashMap<>(kafka);
        this.subscriptions = List.of(new Subscription(events, eventsGroup), new Subscription(accounts, accountsGroup));
        this.clock = clock;
    }

    public boolean upToNow() {
        try (Admin admin = Admin.create(kafka)) {
            for (Subscription subscription : subscriptions) {
                if (!isRead(admin, subscription)) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isRead(Admin admin, Subscription subscription)
            throws ExecutionException, InterruptedException, TimeoutException {
        String topic = subscription.topic();
        Map<TopicPartition, OffsetSpec> recent = partitions(
                admin,
                topic,
                OffsetSpec.forTimestamp(clock.instant().minus(RECENT).toEpochMilli()));
        Map<TopicPartition, OffsetSpec> latest = partitions(admin, topic, OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> recentOffsets = offsets(admin, recent);
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(admin, latest);
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(subscription.group())
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return ends.entrySet().stream().allMatch(end -> {
            // -1: nothing that recent, so everything must have been read.
            long recentOffset = offset(recentOffsets, end.getKey());
            long needed = recentOffset < 0 ? end.getValue().offset() : recentOffset;
            OffsetAndMetadata committed = read.get(end.getKey());
            return needed <= (committed == null ? 0 : committed.offset());
        });
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo info = offsets.get(partition);
        return info == null ? -1 : info.offset();
    }

    private Map<TopicPartition, OffsetSpec> partitions(Admin admin, String topic, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .values()
                .stream()
                .flatMap(description -> description.partitions().stream())
                .collect(Collectors.toMap(one -> new TopicPartition(topic, one.partition()), one -> spec));
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin admin, Map<TopicPartition, OffsetSpec> wanted)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listOffsets(wanted).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
