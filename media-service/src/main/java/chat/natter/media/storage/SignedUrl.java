package chat.natter.media.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * An address that works without credentials for a while.
 *
 * @param headers what the caller must send along, exactly so
 */
public record SignedUrl(URI url, Map<String, String> headers, Instant expiresAt) {
    public SignedUrl {
        headers = Map.copyOf(headers);
    }
}
