package chat.natter.presence.lookup;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.presence.problem.Refusal;
import chat.natter.presence.streams.QueryStore;
import chat.natter.presence.streams.StoreAnswer;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * One user's presence. A request is handed on at most once: owners change, and two instances must not play ping-pong.
 */
@Path("/v1/users/{id}/presence")
@Authenticated
@Blocking
public class PresenceResource {
    private final QueryStore store;
    private final AskOwner askOwner;

    PresenceResource(QueryStore store, AskOwner askOwner) {
        this.store = store;
        this.askOwner = askOwner;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PresenceAnswer find(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(AskOwner.HANDED_ON) @Nullable String handedOn) {
        UserId user = new UserId(id);
        StoreAnswer answer = store.find(user);
        if (answer instanceof StoreAnswer.Known known) {
            return PresenceAnswer.of(user, known.presence());
        }
        if (answer instanceof StoreAnswer.Elsewhere owner && handedOn == null) {
            return askOwner.ask(owner, user, authorization);
        }
        throw new Refusal(Problem.UNAVAILABLE, "Presence is being moved between instances.");
    }
}
