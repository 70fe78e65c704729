package chat.natter.media.upload;

import chat.natter.media.item.FileClaim;
import chat.natter.media.item.PartSize;
import chat.natter.media.storage.SignUrls;
import chat.natter.media.storage.Slot;
import chat.natter.media.upload.PartUploadsJson.PartUploadJson;
import chat.natter.media.upload.WantedPartsJson.Wanted;
import jakarta.inject.Singleton;
import java.util.List;

/** Signs one address for each part that is to be uploaded next. */
@Singleton
final class SignParts {
    private final SignUrls signUrls;
    private final UploadConfig config;

    SignParts(SignUrls signUrls, UploadConfig config) {
        this.signUrls = signUrls;
        this.config = config;
    }

    PartUploadsJson sign(Slot slot, PartSize partSize, List<Wanted> wanted) {
        FileClaim file = slot.item().file();
        return new PartUploadsJson(wanted.stream()
                .map(part -> new PartUploadJson(
                        part.number(),
                        UploadJson.of(signUrls.putPart(
                                slot,
                                part.number(),
                                partSize.lengthOf(part.number(), file.size()),
                                part.sha256(),
                                config.lifetime()))))
                .toList());
    }
}
