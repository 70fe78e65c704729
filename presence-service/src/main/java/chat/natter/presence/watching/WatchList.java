package chat.natter.presence.watching;

import chat.natter.contract.UserId;
import chat.natter.presence.gateways.Incarnation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What one session watches. */
public record WatchList(Incarnation on, Set<UserId> users) {
    public WatchList {
        users = Set.copyOf(users);
    }

    public WatchList with(Collection<UserId> added) {
        Set<UserId> next = new LinkedHashSet<>(users);
        next.addAll(added);
        return new WatchList(on, next);
    }

    public WatchList without(Collection<UserId> removed) {
        Set<UserId> next = new LinkedHashSet<>(users);
        next.removeAll(Set.copyOf(removed));
        return new WatchList(on, next);
    }
}
