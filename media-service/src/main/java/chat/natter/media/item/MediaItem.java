package chat.natter.media.item;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file: announced, or complete once its bytes were found to be what was announced.
 *
 * @param size bytes, from 1
 */
public record MediaItem(
        MediaId id,
        UserId owner,
        Mime mime,
        long size,
        Sha256 sha256,
        @Nullable FileName name,
        Instant createdAt) {
    public boolean isOwnedBy(UserId user) {
        return owner.equals(user);
    }

    public boolean matches(long actualSize, Sha256 actualHash) {
        return size == actualSize && sha256.equals(actualHash);
    }
}
