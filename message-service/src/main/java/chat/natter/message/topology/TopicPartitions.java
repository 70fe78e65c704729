package chat.natter.message.topology;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * In how many partitions a topic is, and whether it is there at all. A producer that writes to a topic that is not
 * there blocks for a minute, and with it the whole partition; what is left out instead stays in the inbox. A gateway
 * creates its topic before it takes sockets, so "not there" is said of gateways that are no more. The number of a topic
 * that is there never changes: keys would move.
 */
final class TopicPartitions implements ToIntFunction<String>, AutoCloseable {
    static final int ABSENT = 0;
    /** It may be there: Kafka did not say. */
    static final int UNKNOWN = -1;

    private static final Logger LOG = Logger.getLogger(TopicPartitions.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final long TIMEOUT_SECONDS = 5;

    private final Admin admin;
    private final Clock clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(int partitions, long at) {}

    TopicPartitions(Admin admin, Clock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    @Override
    public int applyAsInt(String topic) {
        Answer answer = answers.get(topic);
        if (answer == null || isOld(answer)) {
            answer = new Answer(ask(topic), clock.millis());
            answers.put(topic, answer);
        }
        return answer.partitions();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private boolean isOld(Answer answer) {
        return answer.partitions() <= ABSENT && clock.millis() - answer.at() >= ASK_AGAIN_AFTER.toMillis();
    }

    private int ask(String topic) {
        try {
            TopicDescription found = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .get(topic);
            return found == null ? UNKNOWN : found.partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                LOG.warnf("the topic %s is not there; what is for it stays in the inboxes", topic);
                return ABSENT;
            }
            // Any other failure says nothing about the topic: the producer's own retries will see.
            return UNKNOWN;
        } catch (TimeoutException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
