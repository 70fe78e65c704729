package chat.natter.presence.streams;

import chat.natter.contract.GatewayId;
import chat.natter.contract.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Which gateways can be written to. A producer that writes to a missing topic stalls for a minute, and with it a
 * partition of users, so each gateway's topic is asked for once before. Only called on the stream thread.
 */
final class DeliveryTopics implements Predicate<GatewayId>, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DeliveryTopics.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final long TIMEOUT_SECONDS = 5;

    private final Admin admin;
    private final Clock clock;
    private final Set<GatewayId> present = new HashSet<>();
    private final Map<GatewayId, Long> absentSince = new HashMap<>();

    DeliveryTopics(Admin admin, Clock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    @Override
    public boolean test(GatewayId gateway) {
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
            LOG.warnf("no delivery topic gatewayId=%s; its watchers are not told", gateway);
        }
        return exists;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private boolean ask(GatewayId gateway) {
        try {
            admin.describeTopics(List.of(Topic.deliveriesOf(gateway)))
                    .allTopicNames()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return true;
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
