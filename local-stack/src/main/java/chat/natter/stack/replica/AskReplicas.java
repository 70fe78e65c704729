package chat.natter.stack.replica;

import chat.natter.stack.report.StackFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.TopicPartitionInfo;

/** Asks Kafka whether every broker has all that it is to have: before, none of the others may be taken away. */
public final class AskReplicas implements AutoCloseable {
    private static final int WITHIN_MILLIS = 5_000;

    private final Admin admin;

    /** The addresses are {@code host:port}, separated by commas. */
    public AskReplicas(String bootstrap) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                WITHIN_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                WITHIN_MILLIS));
    }

    /** Of all partitions, internal ones too. False also while Kafka cannot tell. */
    public boolean areInSync() {
        try {
            Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get(WITHIN_MILLIS, TimeUnit.MILLISECONDS);
            return admin
                    .describeTopics(topics)
                    .allTopicNames()
                    .get(WITHIN_MILLIS, TimeUnit.MILLISECONDS)
                    .values()
                    .stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(AskReplicas::isInSync);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Asking for replicas was interrupted.", e);
        } catch (ExecutionException | TimeoutException notNow) {
            return false;
        }
    }

    static boolean isInSync(TopicPartitionInfo partition) {
        return partition.leader() != null
                && partition.isr().size() == partition.replicas().size();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
