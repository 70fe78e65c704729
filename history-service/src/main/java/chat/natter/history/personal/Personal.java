package chat.natter.history.personal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user has set for a conversation.
 *
 * @param mutedUntil null if it never was muted
 * @param unreadFrom how far the user had read when it was marked as unread; null if it is not
 */
public record Personal(
        @Nullable Instant mutedUntil,
        boolean archived,
        boolean pinned,
        @Nullable Long unreadFrom) {
    public static final Personal NOTHING = new Personal(null, false, false, null);

    /** Until when it is muted; null if that is over, or never was. */
    public @Nullable Instant mutedAfter(Instant now) {
        return mutedUntil != null && mutedUntil.isAfter(now) ? mutedUntil : null;
    }

    /** Whether it is marked as unread: whoever reads on ends that. */
    public boolean isUnread(long read) {
        return unreadFrom != null && read <= unreadFrom;
    }
}
