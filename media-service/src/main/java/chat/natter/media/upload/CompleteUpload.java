package chat.natter.media.upload;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.storage.ItemStore;
import jakarta.inject.Singleton;

/**
 * Verifies what was uploaded and makes it available. A medium is complete exactly if its bytes are the announced ones
 * and can no longer change: one PUT is copied to where its presigned address does not lead, and parts are joined, after
 * which their addresses are void. May be repeated, at the same time too, and after a crash at any point.
 */
@Singleton
final class CompleteUpload {
    private final FindUpload findUpload;
    private final VerifyUpload verifyUpload;
    private final PublishMedium publish;
    private final ItemStore items;
    private final TakeTurns turns;

    CompleteUpload(
            FindUpload findUpload, VerifyUpload verifyUpload, PublishMedium publish, ItemStore items, TakeTurns turns) {
        this.findUpload = findUpload;
        this.verifyUpload = verifyUpload;
        this.publish = publish;
        this.items = items;
        this.turns = turns;
    }

    CompleteResult complete(MediaId id, UserId user) {
        FindUpload.Found found = findUpload.find(id, user);
        if (found instanceof FindUpload.Found.Open open) {
            CompleteResult result = turns.run(() -> verifyUpload.verify(open.slot()));
            return result instanceof CompleteResult.NotUploaded ? completedByAnother(id, result) : result;
        }
        if (found instanceof FindUpload.Found.Complete complete) {
            publish.tidy(id);
            return new CompleteResult.Completed(complete.item(), true);
        }
        return new CompleteResult.NoUpload(found);
    }

    /** Two devices may complete at once; the slower one finds the upload gone. */
    private CompleteResult completedByAnother(MediaId id, CompleteResult otherwise) {
        return items.complete(id)
                .<CompleteResult>map(item -> new CompleteResult.Completed(item, true))
                .orElse(otherwise);
    }
}
