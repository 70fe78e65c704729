package chat.natter.presence.streams;

import chat.natter.contract.Topic;
import chat.natter.presence.gateways.GatewayPulses;
import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * {@code chat.sessions} → {@link FollowSessions} → {@code chat.presence}, {@code chat.sessions} (closings of lost
 * gateways) and {@code chat.dead-letters}. Records travel as bytes, so that an unreadable one is a case, not a crash.
 */
public final class PresenceTopology {
    static final String USERS = "users";
    static final String TO_PRESENCE = "to-presence";
    static final String TO_SESSIONS = "to-sessions";
    static final String TO_DEAD_LETTERS = "to-dead-letters";

    private static final String FROM_SESSIONS = "from-sessions";
    private static final String FOLLOW = "follow-sessions";

    private PresenceTopology() {}

    /**
     * Builds the topology; running it is left to the caller.
     *
     * @param grace how long a user stays online after the last session ended
     */
    public static Topology build(GatewayPulses pulses, PresenceCounts counts, Duration grace, Duration sweepInterval) {
        ByteArrayDeserializer read = new ByteArrayDeserializer();
        ByteArraySerializer write = new ByteArraySerializer();
        return new Topology()
                .addSource(FROM_SESSIONS, read, read, Topic.SESSIONS.topicName())
                .addProcessor(
                        FOLLOW,
                        () -> new FollowSessions(pulses, counts, grace.toMillis(), sweepInterval),
                        FROM_SESSIONS)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(USERS), Serdes.String(), new UserSessionsSerde())
                                .withCachingDisabled(),
                        FOLLOW)
                .addSink(TO_PRESENCE, Topic.PRESENCE.topicName(), write, write, FOLLOW)
                .addSink(TO_SESSIONS, Topic.SESSIONS.topicName(), write, write, FOLLOW)
                .addSink(TO_DEAD_LETTERS, Topic.DEAD_LETTERS.topicName(), write, write, FOLLOW);
    }
}
