package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.auth.limit.ClientAddress;
import chat.natter.auth.limit.LimitSignUps;
import chat.natter.auth.metric.CountOutcome;
import chat.natter.auth.password.PasswordPolicy;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
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

/** {@code POST /v1/accounts}: sign-up by user name and password, or by a verified number or address. */
@Path("/v1/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsEndpoint {
    private final SignUp signUp;
    private final SignUpByProof signUpByProof;
    private final PasswordPolicy passwordPolicy;
    private final LimitSignUps limit;
    private final ClientAddress clientAddress;

    AccountsEndpoint(
            SignUp signUp,
            SignUpByProof signUpByProof,
            PasswordPolicy passwordPolicy,
            LimitSignUps limit,
            ClientAddress clientAddress) {
        this.signUp = signUp;
        this.signUpByProof = signUpByProof;
        this.passwordPolicy = passwordPolicy;
        this.limit = limit;
        this.clientAddress = clientAddress;
    }

    record Answer(String userId) {}

    @POST
    @CountOutcome("natter.auth.sign.ups")
    public Response signUp(@NotNull @Valid SignUpRequest body, @Context HttpServerRequest http) {
        Optional<String> complaint = body.complaint().or(() -> weakPassword(body));
        if (complaint.isPresent()) {
            return ProblemBody.response(Problem.BAD_REQUEST, complaint.get());
        }
        return signUp(body, clientAddress.of(http))
                .fold(
                        user -> Response.status(Response.Status.CREATED)
                                .entity(new Answer(user.value()))
                                .build(),
                        ProblemBody::response);
    }

    private Outcome<UserId> signUp(SignUpRequest body, String address) {
        String proof = body.proof();
        Username username = body.name();
        String password = body.password();
        if (proof != null) {
            limit.take(address);
            return signUpByProof.signUp(proof, username, password, body.strippedDisplayName());
        }
        if (username == null || password == null) {
            throw new IllegalStateException("a request without them is refused before");
        }
        limit.take(username.value(), address);
        return signUp.signUp(username, password, body.strippedDisplayName());
    }

    private Optional<String> weakPassword(SignUpRequest body) {
        Username username = body.name();
        String password = body.password();
        return username == null || password == null
                ? Optional.empty()
                : passwordPolicy.refusal(username, password).map(why -> "password: " + why);
    }
}
