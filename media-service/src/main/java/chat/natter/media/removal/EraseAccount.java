package chat.natter.media.removal;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.access.Portraits;
import chat.natter.media.quota.Reservations;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.upload.RemoveUpload;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Removes every file of an account, announced ones too. May be repeated and resumed. */
@Singleton
class EraseAccount {
    private static final Logger LOG = Logger.getLogger(EraseAccount.class);

    private final Reservations reservations;
    private final ItemStore items;
    private final RemoveMedium removeMedium;
    private final RemoveUpload removeUpload;
    private final Portraits portraits;

    EraseAccount(
            Reservations reservations,
            ItemStore items,
            RemoveMedium removeMedium,
            RemoveUpload removeUpload,
            Portraits portraits) {
        this.reservations = reservations;
        this.items = items;
        this.removeMedium = removeMedium;
        this.removeUpload = removeUpload;
        this.portraits = portraits;
    }

    void erase(UserId user) {
        portraits.show(user, null);
        reservations.eachOf(user, id -> erase(user, id));
        LOG.infof("erased all media userId=%s", user);
    }

    private void erase(UserId user, MediaId id) {
        items.announced(id).ifPresent(removeUpload::remove);
        items.complete(id).ifPresent(removeMedium::remove);
        reservations.removeOrphan(user, id);
    }
}
