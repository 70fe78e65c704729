package chat.natter.media.removal;

import chat.natter.contract.MediaId;
import chat.natter.contract.Problem;
import chat.natter.media.caller.CurrentUser;
import chat.natter.media.caller.PathId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.problem.Refusal;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.Slot;
import chat.natter.media.upload.RemoveUpload;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Lets owners take a file back, or give an upload up. */
@Path("/v1/media/{id}")
@Authenticated
class RemovalResource {
    private final ItemStore items;
    private final RemoveMedium removeMedium;
    private final RemoveUpload removeUpload;
    private final CurrentUser currentUser;

    RemovalResource(ItemStore items, RemoveMedium removeMedium, RemoveUpload removeUpload, CurrentUser currentUser) {
        this.items = items;
        this.removeMedium = removeMedium;
        this.removeUpload = removeUpload;
        this.currentUser = currentUser;
    }

    @DELETE
    public void remove(@PathParam("id") String id) {
        MediaId media = PathId.read(id);
        Slot slot = items.announced(media).orElse(null);
        MediaItem item = items.complete(media).orElse(slot == null ? null : slot.item());
        if (item == null) {
            throw new Refusal(Problem.NOT_FOUND, Problem.NOT_FOUND.title());
        }
        if (!item.isOwnedBy(currentUser.id())) {
            throw new Refusal(Problem.FORBIDDEN, "Only its owner may remove a file.");
        }
        if (slot != null) {
            removeUpload.remove(slot);
        }
        removeMedium.remove(item);
    }
}
