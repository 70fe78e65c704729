package chat.natter.gateway.socket;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** On which loops somebody wants to know of what. May be used by all threads; the sets are never changed. */
final class LoopsBySubject {
    private final Map<String, Set<EventLoop>> loops = new ConcurrentHashMap<>();

    void add(String subject, EventLoop loop) {
        loops.compute(subject, (key, before) -> {
            Set<EventLoop> next = before == null ? new HashSet<>() : new HashSet<>(before);
            next.add(loop);
            return next;
        });
    }

    void remove(String subject, EventLoop loop) {
        loops.computeIfPresent(subject, (key, before) -> {
            Set<EventLoop> next = new HashSet<>(before);
            next.remove(loop);
            return next.isEmpty() ? null : next;
        });
    }

    /** Empty if nobody does. */
    Set<EventLoop> of(String subject) {
        return loops.getOrDefault(subject, Set.of());
    }

    /** How many subjects somebody wants to know of. */
    int size() {
        return loops.size();
    }
}
