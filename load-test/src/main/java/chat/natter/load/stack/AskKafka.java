package chat.natter.load.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka for the ends of its topics, and how far those who read them have come. Writes nothing. */
final class AskKafka implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A group without members is of somebody who is gone, and lags for ever. */
    private static final Set<GroupState> WITH_MEMBERS = Set.of(
            GroupState.STABLE,
            GroupState.PREPARING_REBALANCE,
            GroupState.COMPLETING_REBALANCE,
            GroupState.ASSIGNING,
            GroupState.RECONCILING);

    private final Admin admin;
    /** Sticky: who is restarted has no members for a while, and that is when the lag is wanted most. */
    private final Set<String> groups = new TreeSet<>();

    AskKafka(String bootstrap) {
        int patience = (int) PATIENCE.toMillis();
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "natter-load",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                patience,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                patience));
    }

    /** Records that were ever written, by topic; Kafka's own topics are left out. */
    Map<String, Long> written() throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = new HashSet<>();
        admin.describeTopics(admin.listTopics().names().get())
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        Map<String, Long> written = new TreeMap<>();
        ends(partitions).forEach((partition, end) -> written.merge(partition.topic(), end, Long::sum));
        return written;
    }

    /** See {@link Lag}. Readers who do not commit, as gateways read their deliveries, are not seen. */
    Map<String, Long> lag() throws ExecutionException, InterruptedException {
        admin.listGroups(ListGroupsOptions.forConsumerGroups().inGroupStates(WITH_MEMBERS))
                .all()
                .get()
                .forEach(group -> groups.add(group.groupId()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = admin.listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())))
                .all()
                .get();
        // The end of a topic that was removed would be asked for in vain until patience ends.
        Set<String> topics = admin.listTopics().names().get();
        Set<TopicPartition> partitions = committed.values().stream()
                .flatMap(offsets -> offsets.keySet().stream())
                .filter(partition -> topics.contains(partition.topic()))
                .collect(Collectors.toSet());
        return Lag.of(committed, ends(partitions));
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> offset(end.getValue())));
    }

    private static long offset(ListOffsetsResultInfo end) {
        return end.offset();
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
