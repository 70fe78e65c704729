package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.auth.limit.ClientAddress;
import chat.natter.auth.limit.LimitSignUps;
import chat.natter.auth.metric.CountOutcome;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.contract.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code POST /v1/accounts}: sign-up by user name and password. */
@Path("/v1/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsEndpoint {
    private final SignUp signUp;
    private final PasswordPolicy passwordPolicy;
    private final LimitSignUps limit;
    private final ClientAddress clientAddress;

    AccountsEndpoint(SignUp signUp, PasswordPolicy passwordPolicy, LimitSignUps limit, ClientAddress clientAddress) {
        this.signUp = signUp;
        this.passwordPolicy = passwordPolicy;
        this.limit = limit;
        this.clientAddress = clientAddress;
    }

    record Answer(String userId) {}

    @POST
    @CountOutcome("natter.auth.sign.ups")
    public Response signUp(@NotNull @Valid SignUpRequest body, @Context HttpServerRequest http) {
        Username username = body.name();
        Optional<String> weak = passwordPolicy.refusal(username, body.password());
        if (weak.isPresent()) {
            return ProblemBody.response(Problem.BAD_REQUEST, "password: " + weak.get());
        }
        limit.take(username.value(), clientAddress.of(http));
        return signUp.signUp(username, body.password(), body.strippedDisplayName())
                .fold(
                        user -> Response.status(Response.Status.CREATED)
                                .entity(new Answer(user.value()))
                                .build(),
                        ProblemBody::response);
    }
}
