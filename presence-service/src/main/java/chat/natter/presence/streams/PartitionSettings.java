package chat.natter.presence.streams;

import chat.natter.contract.GatewayId;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What rules a partition.
 *
 * @param grace how long a user stays online after the last session ended
 * @param sweepInterval how often what is due is looked at
 * @param throttle how long a gateway that was told of a user is not told of that user again
 * @param hasTopic whether a gateway's delivery topic exists
 */
public record PartitionSettings(
        Duration grace, Duration sweepInterval, Duration throttle, Predicate<GatewayId> hasTopic) {}
