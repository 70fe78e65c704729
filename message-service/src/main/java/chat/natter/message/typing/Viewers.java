package chat.natter.message.typing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which sessions have a conversation open, as far as it was said lately. In memory only: after a take-over nobody is
 * known until the gateways say it again.
 */
final class Viewers {
    /** Three devices for each member of the largest group. */
    static final int AT_MOST = 3 * 1_024;

    /** Somebody who has the conversation open; {@code until} in milliseconds since 1970. */
    record Viewer(String user, String gateway, long until) {}

    private final Map<String, Map<String, Viewer>> sessions = new HashMap<>();

    /** Whether that is news. */
    boolean open(String conversation, String session, Viewer viewer) {
        Map<String, Viewer> viewers = sessions.computeIfAbsent(conversation, first -> new LinkedHashMap<>(2));
        if (viewers.size() >= AT_MOST && !viewers.containsKey(session)) {
            return false;
        }
        return viewers.put(session, viewer) == null;
    }

    void close(String conversation, String session) {
        sessions.computeIfPresent(conversation, (key, viewers) -> {
            viewers.remove(session);
            return viewers.isEmpty() ? null : viewers;
        });
    }

    /** By session; a copy. */
    Map<String, Viewer> of(String conversation) {
        return Map.copyOf(sessions.getOrDefault(conversation, Map.of()));
    }

    /** Forgets whoever was not heard of for too long. */
    void forget(long now) {
        sessions.values().removeIf(viewers -> {
            viewers.values().removeIf(viewer -> viewer.until() <= now);
            return viewers.isEmpty();
        });
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }
}
