package chat.natter.presence.sessions;

/**
 * What others may see of a user.
 *
 * @param lastSeen milliseconds since 1970 of the last moment known to be online; 0 if there was none
 * @param sessions sessions that are open now; 0 while a departure is in its grace, although still online
 */
public record Presence(boolean online, long lastSeen, int sessions) {
    public static final Presence NEVER_SEEN = new Presence(false, 0, 0);
}
