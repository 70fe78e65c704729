package chat.natter.presence.sessions;

import chat.natter.contract.PresenceState;

/**
 * The truth about a user, whoever may see it.
 *
 * @param lastSeen milliseconds since 1970 of the last moment known to be online; 0 if there was none
 * @param sessions sessions that are open now; 0 while a departure is in its grace, although not yet offline
 */
public record Presence(PresenceState state, long lastSeen, int sessions) {
    public static final Presence NEVER_SEEN = new Presence(PresenceState.OFFLINE, 0, 0);

    public boolean isOnline() {
        return state == PresenceState.ONLINE;
    }

    /** Whether it looks the same to those who watch: they see no sessions, and no last seen of who is online. */
    public boolean looksLike(Presence other) {
        return state == other.state && (isOnline() || lastSeen == other.lastSeen);
    }
}
