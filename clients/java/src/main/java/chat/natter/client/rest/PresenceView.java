package chat.natter.client.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is there.
 *
 * @param state {@code online}, {@code away} or {@code offline}; servers may gain others
 * @param lastSeen the last moment online; null if never, or not shown
 */
public record PresenceView(String state, @Nullable Instant lastSeen) {
    public boolean isOnline() {
        return state.equals("online");
    }
}
