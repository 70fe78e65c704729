package chat.natter.auth.caller;

import chat.natter.auth.id.DeviceSessionId;
import chat.natter.auth.token.AccessToken;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who calls, from which device, in which device session. */
public record Caller(UserId user, DeviceId device, DeviceSessionId session) implements Principal {
    static Caller of(AccessToken token) {
        return new Caller(token.user(), token.device(), token.session());
    }

    /** The caller of a resource that is {@link SignedIn}. */
    public static Caller of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("the resource is not marked @SignedIn");
    }

    /** What the access token said. */
    public AccessToken token() {
        return new AccessToken(user, device, session);
    }

    @Override
    public String getName() {
        return user.value();
    }
}
