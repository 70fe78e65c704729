package chat.natter.client.rest;

import chat.natter.contract.MediaId;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes go: one PUT, straight to the object store.
 *
 * @param url absent if the same file of this user is there already, so that there is nothing to upload
 * @param headers to be sent with the PUT exactly so, since they are signed
 */
public record UploadSlot(MediaId mediaId, @Nullable URI url, Map<String, String> headers) {
    public UploadSlot {
        headers = Map.copyOf(headers);
    }
}
