package chat.natter.auth.password;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.limit.LimitChanges;
import chat.natter.auth.problem.ProblemBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** {@code PUT /v1/me/password}. All other sessions of the account end. */
@Path("/v1/me/password")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class PasswordEndpoint {
    private final ChangePassword changePassword;
    private final PasswordChanged passwordChanged;
    private final LimitChanges limit;

    PasswordEndpoint(ChangePassword changePassword, PasswordChanged passwordChanged, LimitChanges limit) {
        this.changePassword = changePassword;
        this.passwordChanged = passwordChanged;
        this.limit = limit;
    }

    record Request(
            @NotNull @Size(min = 1, max = 1024) String password,
            @Size(min = 1, max = 1024) @Nullable String currentPassword,
            @Size(min = 1, max = 255) @Nullable String proof) {
        @Override
        public String toString() {
            return "Request";
        }
    }

    @PUT
    public Response change(@NotNull @Valid Request body, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        limit.take(caller.user().value());
        return changePassword
                .change(caller, body.password(), body.currentPassword(), body.proof())
                .fold(
                        user -> {
                            passwordChanged.follow(user, caller.session());
                            return Response.noContent().build();
                        },
                        ProblemBody::response);
    }
}
