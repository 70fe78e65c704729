package chat.natter.gateway.socket;

import chat.natter.gateway.session.ClientSession;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which sessions of one loop want to know of what. */
final class SessionsBySubject {
    private final Map<String, Set<ClientSession>> sessions = new HashMap<>();

    /** Whether it is the first one. */
    boolean add(String subject, ClientSession session) {
        Set<ClientSession> wanting = sessions.computeIfAbsent(subject, first -> new LinkedHashSet<>(2));
        return wanting.add(session) && wanting.size() == 1;
    }

    /** Whether it was the last one. */
    boolean remove(String subject, ClientSession session) {
        Set<ClientSession> wanting = sessions.get(subject);
        if (wanting == null || !wanting.remove(session) || !wanting.isEmpty()) {
            return false;
        }
        sessions.remove(subject);
        return true;
    }

    /** A copy: who is told may stop wanting to know. */
    List<ClientSession> of(String subject) {
        return List.copyOf(sessions.getOrDefault(subject, Set.of()));
    }
}
