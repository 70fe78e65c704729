package chat.natter.presence.lookup;

import chat.natter.contract.UserId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Takes from the request who asks. */
@RequestScoped
class IdentifyAsker {
    private final JsonWebToken token;
    private final HttpHeaders headers;

    IdentifyAsker(JsonWebToken token, HttpHeaders headers) {
        this.token = token;
        this.headers = headers;
    }

    Asker asker() {
        return new Asker(
                new UserId(token.getSubject()),
                headers.getHeaderString(HttpHeaders.AUTHORIZATION),
                headers.getHeaderString(AskOwner.HANDED_ON) != null);
    }
}
