package chat.natter.auth.session;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.limit.ClientAddress;
import chat.natter.auth.limit.LimitSignIns;
import chat.natter.auth.metric.CountOutcome;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.problem.ProblemBody;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Signing in, going on, signing out. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsEndpoint {
    private final SignIn signIn;
    private final RefreshSession refreshSession;
    private final SignOut signOut;
    private final LimitSignIns limit;
    private final ClientAddress clientAddress;

    SessionsEndpoint(
            SignIn signIn,
            RefreshSession refreshSession,
            SignOut signOut,
            LimitSignIns limit,
            ClientAddress clientAddress) {
        this.signIn = signIn;
        this.refreshSession = refreshSession;
        this.signOut = signOut;
        this.limit = limit;
        this.clientAddress = clientAddress;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @CountOutcome("natter.auth.sign.ins")
    public Response open(@NotNull @Valid SignInRequest body, @Context HttpServerRequest http) {
        if (body instanceof SignInRequest.ByPassword password) {
            limit.take(password.username(), clientAddress.of(http));
        } else {
            limit.take(clientAddress.of(http));
        }
        return answer(Response.Status.CREATED, signIn.signIn(body));
    }

    @POST
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @CountOutcome("natter.auth.refreshes")
    public Response refresh(@NotNull @Valid RefreshRequest body) {
        return answer(Response.Status.OK, refreshSession.refresh(new RefreshToken(body.refreshToken())));
    }

    @DELETE
    @Path("current")
    @SignedIn
    public Response end(@Context SecurityContext security) {
        signOut.signOut(Caller.of(security).token());
        return Response.noContent().build();
    }

    private static Response answer(Response.Status status, Outcome<SessionTokens> outcome) {
        return outcome.fold(
                tokens -> Response.status(status)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(SessionAnswer.of(tokens))
                        .build(),
                ProblemBody::response);
    }
}
