package chat.natter.history.marks;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.group.MembersAt;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.message.FindMessage;
import chat.natter.history.message.ReadConversationId;
import chat.natter.history.problem.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The receipts of one message, for its author: in a group they are counted when somebody asks, and never pushed. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ReceiptsResource {
    private final FindMessage findMessage;
    private final MarkStore marks;
    private final MembersAt membersAt;
    private final CurrentUser currentUser;

    ReceiptsResource(FindMessage findMessage, MarkStore marks, MembersAt membersAt, CurrentUser currentUser) {
        this.findMessage = findMessage;
        this.marks = marks;
        this.membersAt = membersAt;
        this.currentUser = currentUser;
    }

    @GET
    @Path("{id}/messages/{seq}/receipts")
    public ReceiptsJson receipts(@PathParam("id") String id, @PathParam("seq") long seq) {
        ConversationId conversation = ReadConversationId.read(id);
        if (conversation.isTopic()) {
            throw new Refusal(Problem.FORBIDDEN, "Nobody learns who reads a topic.");
        }
        UserId user = currentUser.id();
        ArchivedMessage found = findMessage.of(conversation, seq, user);
        if (!found.from().equals(user)) {
            throw new Refusal(Problem.NOT_THE_AUTHOR, Problem.NOT_THE_AUTHOR.title());
        }
        return CountReceipts.of(seq, user.value(), membersAt.of(conversation, seq), marks.marks(conversation));
    }
}
