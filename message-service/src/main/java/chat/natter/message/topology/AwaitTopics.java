package chat.natter.message.topology;

import chat.natter.contract.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/**
 * Waits for the topics that the stages read, looking again every second: Streams gives up for good if one is missing,
 * and a service may well start before the topics are created.
 */
final class AwaitTopics {
    private static final Logger LOG = Logger.getLogger(AwaitTopics.class);
    private static final long TIMEOUT_SECONDS = 10;

    private final Map<String, Object> admin;
    private final List<String> topics;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "await-topics");
        thread.setDaemon(true);
        return thread;
    });

    AwaitTopics(Map<String, Object> kafka, Topic... topics) {
        this.admin = Map.copyOf(kafka);
        this.topics = Arrays.stream(topics).map(Topic::topicName).toList();
    }

    void then(Runnable start) {
        scheduler.execute(() -> lookAndStart(start));
    }

    void cancel() {
        scheduler.shutdownNow();
    }

    private void lookAndStart(Runnable start) {
        try (Admin client = Admin.create(admin)) {
            Set<String> present = client.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (present.containsAll(topics)) {
                start.run();
                scheduler.shutdown();
                return;
            }
            LOG.info("waiting for the topics to be created");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (ExecutionException | TimeoutException e) {
            LOG.infof("waiting for Kafka: %s", e.getMessage());
        }
        if (!scheduler.isShutdown()) {
            ScheduledFuture<?> again = scheduler.schedule(() -> lookAndStart(start), 1, TimeUnit.SECONDS);
            LOG.debugf("looking again in %d ms", again.getDelay(TimeUnit.MILLISECONDS));
        }
    }
}
