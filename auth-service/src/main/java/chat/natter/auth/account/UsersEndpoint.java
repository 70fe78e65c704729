package chat.natter.auth.account;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.database.Database;
import chat.natter.auth.limit.ClientAddress;
import chat.natter.auth.limit.LimitLookUps;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** Finding others, by id or by the whole user name. */
@Path("/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class UsersEndpoint {
    private final Database database;
    private final AccountStore accounts;
    private final LimitLookUps limit;
    private final ClientAddress clientAddress;

    UsersEndpoint(Database database, AccountStore accounts, LimitLookUps limit, ClientAddress clientAddress) {
        this.database = database;
        this.accounts = accounts;
        this.limit = limit;
        this.clientAddress = clientAddress;
    }

    /** Names can be guessed, unlike ids: a name counts as a look-up of one hash does. */
    @GET
    public Response byUsername(
            @QueryParam("username") @NotNull String username,
            @Context SecurityContext security,
            @Context HttpServerRequest http) {
        limit.take(Caller.of(security).user().value(), clientAddress.of(http), 1);
        return answer(Username.parse(username)
                .flatMap(name -> database.query(connection -> accounts.find(connection, name))));
    }

    @GET
    @Path("{id}")
    public Response byId(@PathParam("id") String id) {
        return answer(parse(id).flatMap(user -> database.query(connection -> accounts.find(connection, user))));
    }

    private static Optional<UserId> parse(String id) {
        try {
            return Optional.of(new UserId(id));
        } catch (InvalidId e) {
            return Optional.empty();
        }
    }

    private static Response answer(Optional<Profile> profile) {
        return profile.map(found -> Response.ok(ProfileAnswer.of(found)).build())
                .orElseGet(() -> ProblemBody.response(Problem.USER_UNKNOWN, Problem.USER_UNKNOWN.title()));
    }
}
