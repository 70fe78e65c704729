package chat.natter.presence.streams;

import chat.natter.contract.SessionId;
import chat.natter.presence.privacy.Rules;
import chat.natter.presence.sessions.UserSessions;
import chat.natter.presence.watching.Watch;
import chat.natter.presence.watching.WatchList;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a partition of users keeps.
 *
 * @param users sessions and last seen, by user
 * @param rules who may see what, by user
 * @param watching whom each user's sessions watch, by the watching user
 * @param watchers who watches, by watched user, gateway and session
 */
record PartitionStores(
        KeyValueStore<String, UserSessions> users,
        KeyValueStore<String, Rules> rules,
        KeyValueStore<String, Map<SessionId, WatchList>> watching,
        KeyValueStore<String, Watch> watchers) {
    static PartitionStores of(ProcessorContext<?, ?> context) {
        return new PartitionStores(
                context.getStateStore(PresenceTopology.USERS),
                context.getStateStore(PresenceTopology.RULES),
                context.getStateStore(PresenceTopology.WATCHING),
                context.getStateStore(PresenceTopology.WATCHERS));
    }
}
