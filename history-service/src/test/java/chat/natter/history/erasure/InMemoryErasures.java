package chat.natter.history.erasure;

import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The port's sibling for tests. */
final class InMemoryErasures implements Erasures {
    final List<Erasure> finished = new ArrayList<>();
    private final Map<UserId, Instant> begun = new HashMap<>();
    int questions;

    @Override
    public void begin(UserId user, Instant askedAt) {
        begun.put(user, askedAt);
    }

    @Override
    public void finish(Erasure erasure) {
        finished.add(erasure);
    }

    @Override
    public boolean isFinished(UserId user) {
        return finished.stream().anyMatch(erasure -> erasure.user().equals(user));
    }

    @Override
    public Map<UserId, Instant> among(Collection<UserId> users) {
        questions += users.size();
        Map<UserId, Instant> erased = new HashMap<>(begun);
        erased.keySet().retainAll(users);
        return erased;
    }
}
