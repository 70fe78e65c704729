package chat.natter.presence.sessions;

import chat.natter.contract.PresenceState;
import chat.natter.contract.SessionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One user's sessions. A session that was closed stays known as closed for a while, so that neither a replayed nor a
 * late opening can revive it.
 *
 * @param open by session id
 * @param closed session to the time of its closing, oldest first
 * @param changedAt milliseconds since 1970 of the last opening or closing; 0 = none yet
 * @param lastSeen milliseconds since 1970 of the last moment at which somebody is known to have looked; 0 = none yet
 * @param settled the last departure is known to be in {@code chat.presence}
 */
public record UserSessions(
        Map<SessionId, OpenSession> open, Map<SessionId, Long> closed, long changedAt, long lastSeen, boolean settled) {
    public static final UserSessions NONE = new UserSessions(Map.of(), Map.of(), 0, 0, true);

    /** Longer than a gateway's producer can hold back a record (its delivery timeout) and than any replay. */
    static final long REMEMBER_CLOSED_MILLIS = 10 * 60_000L;
    /** A device that flaps must not make the entry grow without bound. */
    static final int REMEMBER_CLOSED_AT_MOST = 32;

    public UserSessions {
        open = Map.copyOf(open);
        // Keeps the order of closing, which tells what to forget first.
        closed = Collections.unmodifiableMap(new LinkedHashMap<>(closed));
    }

    /** The presence now. For the length of the grace after the last session, the user is what he was at its end. */
    public Presence presence(long now, long graceMillis) {
        if (!open.isEmpty()) {
            return present();
        }
        boolean inGrace = changedAt != 0 && !settled && now < changedAt + graceMillis;
        if (!inGrace) {
            return new Presence(PresenceState.OFFLINE, lastSeen, 0);
        }
        return new Presence(lastSeen == changedAt ? PresenceState.ONLINE : PresenceState.AWAY, lastSeen, 0);
    }

    /** The presence of a user with open sessions. */
    Presence present() {
        boolean active = open.values().stream().anyMatch(OpenSession::active);
        return new Presence(active ? PresenceState.ONLINE : PresenceState.AWAY, lastSeen, open.size());
    }

    /** Whether everybody may believe that the user is gone, but {@code chat.presence} may not say so yet. */
    public boolean hasUnsettledDeparture() {
        return open.isEmpty() && !settled;
    }

    public boolean knowsAsClosed(SessionId session) {
        return closed.containsKey(session);
    }

    UserSessions withOpened(OpenSession session, long at) {
        Map<SessionId, OpenSession> nextOpen = new LinkedHashMap<>(open);
        nextOpen.put(session.session(), session);
        return new UserSessions(nextOpen, closed, Math.max(changedAt, at), Math.max(lastSeen, at), false);
    }

    UserSessions withActivity(SessionId session, boolean active, long at) {
        OpenSession found = open.get(session);
        if (found == null || found.active() == active) {
            return this;
        }
        Map<SessionId, OpenSession> nextOpen = new LinkedHashMap<>(open);
        nextOpen.put(session, found.as(active));
        return new UserSessions(nextOpen, closed, changedAt, Math.max(lastSeen, at), settled);
    }

    UserSessions withClosed(SessionId session, long at) {
        Map<SessionId, Long> nextClosed = rememberClosed(session, at);
        OpenSession found = open.get(session);
        if (found == null) {
            return new UserSessions(open, nextClosed, changedAt, lastSeen, settled);
        }
        Map<SessionId, OpenSession> nextOpen = new LinkedHashMap<>(open);
        nextOpen.remove(session);
        long closedAt = Math.max(changedAt, at);
        return new UserSessions(nextOpen, nextClosed, closedAt, found.active() ? closedAt : lastSeen, false);
    }

    /** After the departure has certainly reached {@code chat.presence}. */
    public UserSessions settle() {
        return new UserSessions(open, closed, changedAt, lastSeen, true);
    }

    private Map<SessionId, Long> rememberClosed(SessionId session, long at) {
        Map<SessionId, Long> next = new LinkedHashMap<>(closed);
        next.values().removeIf(closedAt -> closedAt < at - REMEMBER_CLOSED_MILLIS);
        next.put(session, at);
        while (next.size() > REMEMBER_CLOSED_AT_MOST) {
            next.remove(next.keySet().iterator().next());
        }
        return next;
    }
}
