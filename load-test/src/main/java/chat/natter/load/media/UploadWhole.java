package chat.natter.load.media;

import chat.natter.client.rest.MediaApi;
import chat.natter.client.rest.MediaFile;
import chat.natter.client.rest.UploadSlot;
import chat.natter.contract.MediaId;
import java.net.http.HttpRequest.BodyPublishers;

/** Announces a small file that nobody has sent yet, and uploads it at once; it is still to be completed. */
public final class UploadWhole {
    private UploadWhole() {}

    public static MediaId put(MediaApi api, String mime, byte[] bytes, String name) {
        UploadSlot slot = api.announce(new MediaFile(mime, bytes.length, Hash.of(bytes), name, null));
        if (!(slot instanceof UploadSlot.OnePut one)) {
            throw new IllegalStateException("nobody has sent this file yet");
        }
        api.put(one.put(), BodyPublishers.ofByteArray(bytes));
        return slot.mediaId();
    }
}
