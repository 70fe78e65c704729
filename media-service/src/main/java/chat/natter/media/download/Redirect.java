package chat.natter.media.download;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Sends a reader on to an address that expires and is meant for this reader. */
final class Redirect {
    private Redirect() {}

    static Response to(URI address) {
        return Response.status(Response.Status.FOUND)
                .location(address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
