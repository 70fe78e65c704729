package chat.natter.media.item;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import java.time.Instant;

/** One file: announced, or complete once its bytes were found to be what was announced. */
public record MediaItem(MediaId id, UserId owner, FileClaim file, Instant createdAt) {
    public boolean isOwnedBy(UserId user) {
        return owner.equals(user);
    }
}
