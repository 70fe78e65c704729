package chat.natter.presence.sessions;

import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.presence.gateways.Incarnation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Open sessions by the gateway that holds them, so that a gateway's end costs its own sessions and not a walk over all
 * users. Derived from the stored states, never stored itself.
 */
public final class SessionIndex {
    /** A session with its owner. */
    public record Located(UserId user, OpenSession session) {}

    private final Map<Incarnation, Map<SessionId, Located>> byIncarnation = new HashMap<>();
    private int sessions;
    private int onlineUsers;

    /** Takes over one user's change of state. */
    public void replace(UserId user, UserSessions before, UserSessions after) {
        before.open().values().forEach(session -> {
            if (!after.open().containsKey(session.session())) {
                remove(session);
            }
        });
        after.open().values().forEach(session -> {
            if (!before.open().containsKey(session.session())) {
                add(user, session);
            }
        });
        onlineUsers += count(after) - count(before);
    }

    public Set<Incarnation> incarnations() {
        return byIncarnation.keySet();
    }

    public Collection<Located> on(Incarnation incarnation) {
        return List.copyOf(byIncarnation.getOrDefault(incarnation, Map.of()).values());
    }

    public int sessions() {
        return sessions;
    }

    /** Users who have at least one open session. */
    public int onlineUsers() {
        return onlineUsers;
    }

    private void add(UserId user, OpenSession session) {
        byIncarnation
                .computeIfAbsent(session.on(), incarnation -> new HashMap<>())
                .put(session.session(), new Located(user, session));
        sessions++;
    }

    private void remove(OpenSession session) {
        Map<SessionId, Located> held = byIncarnation.get(session.on());
        if (held != null && held.remove(session.session()) != null) {
            sessions--;
            if (held.isEmpty()) {
                byIncarnation.remove(session.on());
            }
        }
    }

    private static int count(UserSessions user) {
        return user.open().isEmpty() ? 0 : 1;
    }
}
