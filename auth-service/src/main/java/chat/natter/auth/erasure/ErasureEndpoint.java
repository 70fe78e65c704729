package chat.natter.auth.erasure;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** {@code DELETE /v1/me}. */
@Path("/v1/me")
@SignedIn
public class ErasureEndpoint {
    private final EraseAccount eraseAccount;

    ErasureEndpoint(EraseAccount eraseAccount) {
        this.eraseAccount = eraseAccount;
    }

    @DELETE
    public Response erase(@Context SecurityContext security) {
        eraseAccount.erase(Caller.of(security).user());
        return Response.noContent().build();
    }
}
