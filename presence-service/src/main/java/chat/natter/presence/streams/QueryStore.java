package chat.natter.presence.streams;

import chat.natter.contract.UserId;
import chat.natter.presence.privacy.Rules;
import chat.natter.presence.sessions.Presence;
import chat.natter.presence.sessions.UserSessions;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the local store if it owns the user. Only the active copy answers: a standby may lag. */
@Singleton
public final class QueryStore {
    private static final StoreAnswer UNSETTLED = new StoreAnswer.Unsettled();

    private final RunStreams run;
    private final HostInfo self;
    private final long graceMillis;
    private final Clock clock;

    QueryStore(RunStreams run, StreamsConfiguration config, Clock clock) {
        this.run = run;
        this.self = new HostInfo(config.host(), config.port());
        this.graceMillis = config.grace().toMillis();
        this.clock = clock;
    }

    public StoreAnswer find(UserId user) {
        try {
            KeyQueryMetadata owner =
                    run.streams().queryMetadataForKey(PresenceTopology.USERS, user.value(), new StringSerializer());
            if (owner.equals(KeyQueryMetadata.NOT_AVAILABLE)
                    || owner.activeHost().equals(HostInfo.unavailable())) {
                return UNSETTLED;
            }
            if (!owner.activeHost().equals(self)) {
                return new StoreAnswer.Elsewhere(
                        owner.activeHost().host(), owner.activeHost().port());
            }
            return new StoreAnswer.Known(presence(user, owner.partition()), rules(user, owner.partition()));
        } catch (InvalidStateStoreException | IllegalStateException moving) {
            return UNSETTLED;
        }
    }

    private Rules rules(UserId user, int partition) {
        Rules found = this.<Rules>store(PresenceTopology.RULES, partition).get(user.value());
        return found == null ? Rules.OPEN : found;
    }

    private <V> ReadOnlyKeyValueStore<String, V> store(String name, int partition) {
        return run.streams()
                .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
                        .withPartition(partition));
    }

    private Presence presence(UserId user, int partition) {
        UserSessions found =
                this.<UserSessions>store(PresenceTopology.USERS, partition).get(user.value());
        return found == null ? Presence.NEVER_SEEN : found.presence(clock.millis(), graceMillis);
    }
}
