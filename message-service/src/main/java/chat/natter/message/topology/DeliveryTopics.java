package chat.natter.message.topology;

import chat.natter.contract.GatewayId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Which gateways have a delivery topic. A producer that writes to a topic that is not there blocks for a minute, and
 * with it the whole partition; what is left out instead stays in the inbox. A gateway creates its topic before it takes
 * sockets, so "not there" is said of gateways that are no more.
 */
final class DeliveryTopics implements Predicate<String>, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DeliveryTopics.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final long TIMEOUT_SECONDS = 5;

    private final Admin admin;
    private final Clock clock;
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> absentSince = new ConcurrentHashMap<>();

    DeliveryTopics(Admin admin, Clock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    @Override
    public boolean test(String gateway) {
        if (present.contains(gateway)) {
            return true;
        }
        Long since = absentSince.get(gateway);
        if (since != null && clock.millis() - since < ASK_AGAIN_AFTER.toMillis()) {
            return false;
        }
        boolean exists = ask(gateway);
        if (exists) {
            present.add(gateway);
            absentSince.remove(gateway);
        } else {
            absentSince.put(gateway, clock.millis());
            LOG.warnf("no delivery topic gatewayId=%s; its sessions' entries stay in the inboxes", gateway);
        }
        return exists;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private boolean ask(String gateway) {
        try {
            String topic = Topic.deliveriesOf(new GatewayId(gateway));
            admin.describeTopics(List.of(topic)).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InvalidId e) {
            return false;
        } catch (ExecutionException e) {
            // Any other failure says nothing about the topic: the producer's own retries will see.
            return !(e.getCause() instanceof UnknownTopicOrPartitionException);
        } catch (TimeoutException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
