package chat.natter.media.upload;

import chat.natter.media.item.PartSize;
import chat.natter.media.storage.SignUrls;
import chat.natter.media.storage.Slot;
import jakarta.inject.Singleton;

/** Tells a client how to upload what it announced. */
@Singleton
final class SlotAnswer {
    private final SignUrls signUrls;
    private final Lifetimes lifetimes;
    private final UploadConfig config;

    SlotAnswer(SignUrls signUrls, Lifetimes lifetimes, UploadConfig config) {
        this.signUrls = signUrls;
        this.lifetimes = lifetimes;
        this.config = config;
    }

    SlotJson of(Slot slot) {
        PartSize partSize = slot.item().file().partSize();
        return partSize == null
                ? SlotJson.ofOnePut(slot.item(), signUrls.put(slot.item(), config.lifetime()))
                : SlotJson.ofParts(slot.item(), partSize, lifetimes.end(slot.item()));
    }
}
