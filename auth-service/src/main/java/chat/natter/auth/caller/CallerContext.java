package chat.natter.auth.caller;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The request's security context, with the {@link Caller} as its principal. */
record CallerContext(Caller caller, SecurityContext outer) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return outer.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
        return "BEARER";
    }
}
