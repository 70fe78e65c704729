package chat.natter.message.topology;

import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.Recipient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers deliveries of one message to several sessions into one record for each partition of each gateway's topic,
 * while one record of several users is processed. A thousand members of a group on two gateways are a few records
 * instead of a thousand.
 */
final class SameForMany {
    private final Forward forward;
    private final Map<Target, Delivery.Builder> gathered = new LinkedHashMap<>();
    private @Nullable MessageDelivery message;
    private long at;
    private boolean gathering;

    SameForMany(Forward forward) {
        this.forward = forward;
    }

    /** Where a record goes that is complete. */
    @FunctionalInterface
    interface Forward {
        void forward(String gateway, Delivery delivery, long at);
    }

    private record Target(String gateway, int partition) {}

    void run(Runnable task) {
        gathering = true;
        try {
            task.run();
        } finally {
            gathering = false;
            flush();
        }
    }

    /** Forwards the delivery, now or with others; what was gathered before it and is not the same goes first. */
    void take(String gateway, int partitions, Delivery delivery, long moment) {
        if (!gathering || !delivery.hasMessage() || partitions <= 0) {
            flush();
            forward.forward(gateway, delivery, moment);
            return;
        }
        // Quick, since it is one object for all sessions that are sent it at one position.
        if (!delivery.getMessage().equals(message) || at != moment) {
            flush();
            message = delivery.getMessage();
            at = moment;
        }
        Target target = new Target(gateway, SamePartition.of(delivery.getSession(), partitions));
        Delivery.Builder first = gathered.get(target);
        if (first == null) {
            gathered.put(target, delivery.toBuilder());
        } else {
            first.addOthers(Recipient.newBuilder()
                    .setSession(delivery.getSession())
                    .setUser(delivery.getUser())
                    .setDevice(delivery.getDevice()));
        }
    }

    private void flush() {
        if (!gathered.isEmpty()) {
            gathered.forEach((target, delivery) -> forward.forward(target.gateway(), delivery.build(), at));
            gathered.clear();
        }
        message = null;
    }
}
