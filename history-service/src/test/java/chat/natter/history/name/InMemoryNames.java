package chat.natter.history.name;

import chat.natter.contract.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** In memory. */
public final class InMemoryNames implements NameStore {
    private final Map<UserId, NameChange> names = new HashMap<>();

    @Override
    public void write(List<NameChange> changes) {
        changes.forEach(change ->
                names.merge(change.user(), change, (old, fresh) -> fresh.version() >= old.version() ? fresh : old));
    }

    @Override
    public Map<UserId, String> of(Collection<UserId> users) {
        return names.values().stream()
                .filter(change -> users.contains(change.user()))
                .collect(Collectors.toMap(NameChange::user, NameChange::name));
    }
}
