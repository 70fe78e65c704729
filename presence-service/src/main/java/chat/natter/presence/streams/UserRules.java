package chat.natter.presence.streams;

import chat.natter.contract.UserId;
import chat.natter.presence.privacy.Rules;
import org.apache.kafka.streams.state.KeyValueStore;

/** The rules of this partition's users. Whoever hides nothing takes no room. */
final class UserRules {
    private final KeyValueStore<String, Rules> store;

    UserRules(KeyValueStore<String, Rules> store) {
        this.store = store;
    }

    Rules of(UserId user) {
        Rules found = store.get(user.value());
        return found == null ? Rules.OPEN : found;
    }

    /** Whether that is a change. */
    boolean replace(UserId user, Rules rules) {
        if (rules.equals(of(user))) {
            return false;
        }
        store.put(user.value(), hidesNothing(rules) ? null : rules);
        return true;
    }

    private static boolean hidesNothing(Rules rules) {
        return rules.equals(
                new Rules(Rules.OPEN.online(), Rules.OPEN.lastSeen(), rules.contacts(), Rules.OPEN.blocked(), false));
    }
}
