package chat.natter.auth.token;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The key set (RFC 7517) by which others verify access tokens without asking us. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
public class JwksEndpoint {
    private final SigningKey key;

    JwksEndpoint(SigningKey key) {
        this.key = key;
    }

    @GET
    public Response keys() {
        return Response.ok(Map.of("keys", List.of(key.jwk())))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
