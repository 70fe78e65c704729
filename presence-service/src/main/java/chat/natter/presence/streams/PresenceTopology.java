package chat.natter.presence.streams;

import chat.natter.contract.Topic;
import chat.natter.presence.gateways.GatewayPulses;
import java.util.Objects;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * {@code chat.sessions}, {@code chat.accounts} and {@code chat.watches} → {@link FollowSessions} →
 * {@code chat.presence}, {@code chat.sessions} (closings of lost gateways), {@code chat.watches} (to the watched users'
 * partitions), {@code chat.deliveries.<gateway>} and {@code chat.dead-letters}. Records travel as bytes, so that an
 * unreadable one is a case, not a crash.
 */
public final class PresenceTopology {
    static final String USERS = "users";
    static final String RULES = "rules";
    static final String WATCHING = "watching";
    static final String WATCHERS = "watchers";
    static final String TO_PRESENCE = "to-presence";
    static final String TO_SESSIONS = "to-sessions";
    static final String TO_WATCHES = "to-watches";
    static final String TO_DELIVERIES = "to-deliveries";
    static final String TO_DEAD_LETTERS = "to-dead-letters";

    private static final String FROM_SESSIONS = "from-sessions";
    private static final String FROM_ACCOUNTS = "from-accounts";
    private static final String FROM_WATCHES = "from-watches";
    private static final String FOLLOW = "follow-sessions";

    private PresenceTopology() {}

    /** Builds the topology; running it is left to the caller. */
    public static Topology build(GatewayPulses pulses, PresenceCounts counts, PartitionSettings settings) {
        ByteArrayDeserializer read = new ByteArrayDeserializer();
        ByteArraySerializer key = new ByteArraySerializer();
        Serializer<Output> value = (topic, output) -> output == null ? null : output.value();
        return new Topology()
                .addSource(FROM_SESSIONS, read, read, Topic.SESSIONS.topicName())
                .addSource(FROM_ACCOUNTS, read, read, Topic.ACCOUNTS.topicName())
                .addSource(FROM_WATCHES, read, read, Topic.WATCHES.topicName())
                .addProcessor(
                        FOLLOW,
                        () -> new FollowSessions(pulses, counts, settings),
                        FROM_SESSIONS,
                        FROM_ACCOUNTS,
                        FROM_WATCHES)
                .addStateStore(store(USERS, new UserSessionsSerde()), FOLLOW)
                .addStateStore(store(RULES, StoredForms.RULES), FOLLOW)
                .addStateStore(store(WATCHING, StoredForms.WATCHING), FOLLOW)
                .addStateStore(store(WATCHERS, StoredForms.WATCH), FOLLOW)
                .addSink(TO_PRESENCE, Topic.PRESENCE.topicName(), key, value, FOLLOW)
                .addSink(TO_SESSIONS, Topic.SESSIONS.topicName(), key, value, FOLLOW)
                .addSink(TO_WATCHES, Topic.WATCHES.topicName(), key, value, FOLLOW)
                .<byte[], Output>addSink(
                        TO_DELIVERIES,
                        (user, output, where) -> Topic.deliveriesOf(
                                Objects.requireNonNull(output.gateway(), "a delivery has a gateway")),
                        key,
                        value,
                        FOLLOW)
                .addSink(TO_DEAD_LETTERS, Topic.DEAD_LETTERS.topicName(), key, value, FOLLOW);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingDisabled();
    }
}
