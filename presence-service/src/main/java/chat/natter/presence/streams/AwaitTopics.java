package chat.natter.presence.streams;

import chat.natter.contract.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/**
 * Waits until the broker knows the topics. Streams would die of a missing source topic, and no service creates shared
 * topics by itself.
 */
final class AwaitTopics {
    private static final Logger LOG = Logger.getLogger(AwaitTopics.class);
    private static final List<String> NEEDED = List.of(
            Topic.SESSIONS.topicName(),
            Topic.GATEWAYS.topicName(),
            Topic.ACCOUNTS.topicName(),
            Topic.WATCHES.topicName(),
            Topic.PRESENCE.topicName(),
            Topic.DEAD_LETTERS.topicName());

    private final Map<String, Object> kafka;

    AwaitTopics(Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** Returns when all are there, or by {@link InterruptedException} when the service stops first. */
    void await() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            boolean complained = false;
            while (!exist(admin, complained)) {
                complained = true;
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    private static boolean exist(Admin admin, boolean complained) throws InterruptedException {
        try {
            admin.describeTopics(NEEDED).allTopicNames().get(5, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException missing) {
            if (!complained) {
                Throwable cause = missing.getCause() == null ? missing : missing.getCause();
                LOG.warnf("waiting for topics=%s cause=%s", NEEDED, cause.toString());
            }
            return false;
        }
    }
}
