package chat.natter.auth.block;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.database.Database;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.contract.InvalidId;
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
import java.util.Optional;

/** The caller's block list. A change is answered once the other services can know it. */
@Path("/v1/blocks")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class BlocksEndpoint {
    private final Database database;
    private final BlockStore blocks;
    private final ChangeBlocks changeBlocks;
    private final PublishAccount publishAccount;

    BlocksEndpoint(Database database, BlockStore blocks, ChangeBlocks changeBlocks, PublishAccount publishAccount) {
        this.database = database;
        this.blocks = blocks;
        this.changeBlocks = changeBlocks;
        this.publishAccount = publishAccount;
    }

    record Answer(List<String> blocked) {}

    @GET
    public Answer list(@Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        return new Answer(database.query(connection -> blocks.list(connection, user)).stream()
                .map(UserId::value)
                .toList());
    }

    @PUT
    @Path("{user}")
    public Response block(@PathParam("user") String other, @Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        Optional<UserId> wanted = parse(other);
        if (wanted.isEmpty()) {
            return ProblemBody.response(Problem.USER_UNKNOWN, Problem.USER_UNKNOWN.title());
        }
        return changeBlocks
                .block(user, wanted.get())
                .fold(
                        blocked -> {
                            publishAccount.publish(user);
                            return Response.noContent().build();
                        },
                        ProblemBody::response);
    }

    /** Also for who was not blocked. */
    @DELETE
    @Path("{user}")
    public Response unblock(@PathParam("user") String other, @Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        parse(other).ifPresent(blocked -> changeBlocks.unblock(user, blocked));
        publishAccount.publish(user);
        return Response.noContent().build();
    }

    private static Optional<UserId> parse(String id) {
        try {
            return Optional.of(new UserId(id));
        } catch (InvalidId e) {
            return Optional.empty();
        }
    }
}
