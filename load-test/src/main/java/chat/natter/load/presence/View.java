package chat.natter.load.presence;

import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import java.util.Map;
import java.util.Set;

/**
 * What one device shows of others.
 *
 * @param looking whether anybody looks at it; if not, it is told nothing and may show what was
 * @param watched whom it asked for
 * @param seen what it was told last of each, on the socket that it has now
 */
record View(UserId watcher, boolean looking, Set<UserId> watched, Map<UserId, PresenceState> seen) {
    View {
        watched = Set.copyOf(watched);
        seen = Map.copyOf(seen);
    }
}
