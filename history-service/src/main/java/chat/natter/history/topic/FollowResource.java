package chat.natter.history.topic;

import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.message.ReadConversationId;
import chat.natter.history.problem.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Which topics the caller follows; and admins take readers out. */
@Path("/v1/conversations")
@Authenticated
class FollowResource {
    private final FollowTopic followTopic;
    private final CurrentUser currentUser;

    FollowResource(FollowTopic followTopic, CurrentUser currentUser) {
        this.followTopic = followTopic;
        this.currentUser = currentUser;
    }

    @PUT
    @Path("{id}/following")
    @Consumes(MediaType.APPLICATION_JSON)
    public void follow(@PathParam("id") String id, @Nullable JsonNode body) {
        followTopic.follow(currentUser.id(), ReadConversationId.read(id), code(body));
    }

    @DELETE
    @Path("{id}/following")
    public void unfollow(@PathParam("id") String id) {
        followTopic.unfollow(currentUser.id(), ReadConversationId.read(id));
    }

    @DELETE
    @Path("{id}/readers/{user}")
    public void remove(@PathParam("id") String id, @PathParam("user") String user) {
        followTopic.remove(currentUser.id(), ReadConversationId.read(id), reader(user));
    }

    private static @Nullable String code(@Nullable JsonNode body) {
        if (body == null
                || !body.isObject()
                || (body.has("code") && !body.get("code").isTextual())) {
            throw new Refusal(Problem.BAD_REQUEST, "An object with a code, which is a text, or an empty one.");
        }
        return body.has("code") ? body.get("code").textValue() : null;
    }

    private static UserId reader(String user) {
        try {
            return new UserId(user);
        } catch (InvalidId e) {
            throw new Refusal(Problem.BAD_REQUEST, "That is not a user id.");
        }
    }
}
