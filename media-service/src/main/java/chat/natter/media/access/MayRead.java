package chat.natter.media.access;

import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Asks the rule, and whether it is somebody's portrait. A message may reach its reader before this service has heard of
 * it, so a no is looked at again for a moment, by few requests at a time.
 */
@Singleton
public final class MayRead {
    private static final int LOOKS = 8;
    private static final int MOST_WAITING = 16;

    private final ReferenceStore references;
    private final Members members;
    private final Portraits portraits;
    private final AccessConfig config;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    MayRead(ReferenceStore references, Members members, Portraits portraits, AccessConfig config) {
        this.references = references;
        this.members = members;
        this.portraits = portraits;
        this.config = config;
    }

    public boolean mayRead(UserId user, MediaItem item) {
        return now(user, item) || (waiting.tryAcquire() && soon(user, item));
    }

    private boolean now(UserId user, MediaItem item) {
        return item.isOwnedBy(user)
                || WhoMayRead.mayRead(user, item.owner(), references.of(item.id()), members::isMember)
                || portraits.isShown(item);
    }

    private boolean soon(UserId user, MediaItem item) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                Thread.sleep(config.patience().toMillis() / LOOKS);
                if (now(user, item)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }
}
