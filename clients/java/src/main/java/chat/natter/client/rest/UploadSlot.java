package chat.natter.client.rest;

import chat.natter.contract.MediaId;
import java.net.URI;
import java.util.Map;

/**
 * Where the bytes go: one PUT, straight to the object store.
 *
 * @param headers to be sent with the PUT exactly so, since they are signed
 */
public record UploadSlot(MediaId mediaId, URI url, Map<String, String> headers) {
    public UploadSlot {
        headers = Map.copyOf(headers);
    }
}
