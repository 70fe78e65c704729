package chat.natter.client.rest;

import java.net.URI;
import java.util.Map;

/**
 * Where bytes go: one PUT, straight to the object store.
 *
 * @param headers to be sent with it exactly so, since they are signed
 */
public record SignedPut(URI url, Map<String, String> headers) {
    public SignedPut {
        headers = Map.copyOf(headers);
    }
}
