package chat.natter.auth.password;

import chat.natter.auth.limit.ClientAddress;
import chat.natter.auth.limit.LimitSignIns;
import chat.natter.auth.problem.ProblemBody;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code POST /v1/accounts/recover}. All sessions of the account end. */
@Path("/v1/accounts/recover")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecoverEndpoint {
    private final RecoverPassword recoverPassword;
    private final PasswordChanged passwordChanged;
    private final LimitSignIns limit;
    private final ClientAddress clientAddress;

    RecoverEndpoint(
            RecoverPassword recoverPassword,
            PasswordChanged passwordChanged,
            LimitSignIns limit,
            ClientAddress clientAddress) {
        this.recoverPassword = recoverPassword;
        this.passwordChanged = passwordChanged;
        this.limit = limit;
        this.clientAddress = clientAddress;
    }

    record Request(
            @NotNull @Size(min = 1, max = 255) String proof,
            @NotNull @Size(min = 1, max = 1024) String password) {
        @Override
        public String toString() {
            return "Request";
        }
    }

    @POST
    public Response recover(@NotNull @Valid Request body, @Context HttpServerRequest http) {
        limit.take(clientAddress.of(http));
        return recoverPassword
                .recover(body.proof(), body.password())
                .fold(
                        user -> {
                            passwordChanged.follow(user, null);
                            return Response.noContent().build();
                        },
                        ProblemBody::response);
    }
}
