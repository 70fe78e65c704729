package chat.natter.auth.people;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.auth.userlist.UserList;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Users from whom the caller wants to hear nothing. */
@Path("/v1/blocks")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class BlocksEndpoint {
    private final ServeUserList serve;

    BlocksEndpoint(ServeUserList serve) {
        this.serve = serve;
    }

    record Answer(List<String> blocked) {}

    @GET
    public Answer list(@Context SecurityContext security) {
        return new Answer(serve.list(UserList.BLOCKED, Caller.of(security).user()));
    }

    @PUT
    @Path("{user}")
    public Response block(@PathParam("user") String other, @Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        return other.equals(user.value())
                ? ProblemBody.response(Problem.BAD_REQUEST, "You cannot block yourself.")
                : serve.add(UserList.BLOCKED, user, other);
    }

    @DELETE
    @Path("{user}")
    public Response unblock(@PathParam("user") String other, @Context SecurityContext security) {
        return serve.remove(UserList.BLOCKED, Caller.of(security).user(), other);
    }
}
