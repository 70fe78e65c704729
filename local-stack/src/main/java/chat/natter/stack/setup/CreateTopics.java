package chat.natter.stack.setup;

import chat.natter.contract.Topic;
import chat.natter.stack.report.StackFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Creates the topics of the contract that do not exist yet, with as many replicas as the brokers keep by default.
 * Existing ones stay as they are.
 */
public final class CreateTopics {
    private final String bootstrap;
    private final int partitions;

    public CreateTopics(String bootstrap, int partitions) {
        this.bootstrap = bootstrap;
        this.partitions = partitions;
    }

    /** How many were created. */
    public int create() {
        Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                60_000));
        try {
            Set<String> existing = admin.listTopics().names().get(60, TimeUnit.SECONDS);
            List<NewTopic> missing = Arrays.stream(Topic.values())
                    .filter(topic -> !existing.contains(topic.topicName()))
                    .map(topic -> new NewTopic(topic.topicName(), Optional.of(partitions), Optional.empty())
                            .configs(topic.settings()))
                    .toList();
            admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
            return missing.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Creating the topics was interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("The topics cannot be created at " + bootstrap + ": " + e.getMessage(), e);
        } finally {
            // Otherwise it waits for what nobody waits for any more, if Kafka is not there.
            admin.close(Duration.ZERO);
        }
    }
}
