package chat.natter.history.takeout;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.UserId;
import chat.natter.history.name.NameStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What people are called in one export; asks once for each of the last few thousand. */
final class CallBy {
    static final String ERASED = "Erased account";
    private static final int CAPACITY = 5_000;

    private final NameStore names;
    private final Map<UserId, String> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, String> eldest) {
            return size() > CAPACITY;
        }
    };

    CallBy(NameStore names) {
        this.names = names;
    }

    /** Asks for all of them at once. */
    void prepare(Collection<UserId> users) {
        Set<UserId> unknown =
                users.stream().filter(user -> !known.containsKey(user)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            Map<UserId, String> found = names.of(unknown);
            // Whoever has no name yet is called by the id.
            unknown.forEach(user -> known.put(user, found.getOrDefault(user, user.value())));
        }
    }

    String name(UserId user) {
        prepare(List.of(user));
        String name = requireNonNull(known.get(user));
        return name.isEmpty() ? ERASED : name;
    }
}
