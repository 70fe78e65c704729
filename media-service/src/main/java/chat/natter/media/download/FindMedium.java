package chat.natter.media.download;

import chat.natter.contract.Problem;
import chat.natter.media.access.MayRead;
import chat.natter.media.caller.CurrentUser;
import chat.natter.media.caller.PathId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.problem.Refusal;
import chat.natter.media.storage.ItemStore;
import jakarta.inject.Singleton;

/** Finds a complete medium for a user who may read it. */
@Singleton
final class FindMedium {
    private final ItemStore items;
    private final MayRead mayRead;
    private final CurrentUser currentUser;

    FindMedium(ItemStore items, MayRead mayRead, CurrentUser currentUser) {
        this.items = items;
        this.mayRead = mayRead;
        this.currentUser = currentUser;
    }

    MediaItem find(String id) {
        MediaItem item = items.complete(PathId.read(id))
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND, Problem.NOT_FOUND.title()));
        if (!mayRead.mayRead(currentUser.id(), item)) {
            throw new Refusal(Problem.FORBIDDEN, "The file was not sent to you.");
        }
        return item;
    }
}
