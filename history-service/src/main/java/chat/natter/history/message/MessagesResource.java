package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Pages of a conversation, for its members only. */
@Path("/v1/conversations/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MessagesResource {
    private final ReadPage readPage;
    private final CurrentUser currentUser;

    MessagesResource(ReadPage readPage, CurrentUser currentUser) {
        this.readPage = readPage;
        this.currentUser = currentUser;
    }

    @GET
    public PageJson messages(
            @PathParam("id") String id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("after") @Nullable String after,
            @QueryParam("around") @Nullable String around,
            @QueryParam("limit") @Nullable String limit) {
        ConversationId conversation = conversation(id);
        PageQuery query = PageQuery.parse(before, after, around, limit);
        // The members of two people's conversation stand in its id; of a group nobody is known yet, so nobody may read.
        if (!conversation.isBetween(currentUser.id())) {
            throw new Refusal(Problem.NOT_A_MEMBER, Problem.NOT_A_MEMBER.title());
        }
        return PageJson.of(readPage.read(conversation, query));
    }

    private static ConversationId conversation(String id) {
        try {
            return new ConversationId(id);
        } catch (InvalidId e) {
            throw new Refusal(Problem.BAD_REQUEST, "That is not a conversation id.");
        }
    }
}
