package chat.natter.history.marks;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.group.MembersAt;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.Audience;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.message.Direction;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.ReadConversationId;
import chat.natter.history.message.Slice;
import chat.natter.history.problem.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The receipts of one message, for its author: in a group they are counted when somebody asks, and never pushed. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ReceiptsResource {
    private final MessageStore messages;
    private final MarkStore marks;
    private final MembersAt membersAt;
    private final Audience audience;
    private final CurrentUser currentUser;

    ReceiptsResource(
            MessageStore messages, MarkStore marks, MembersAt membersAt, Audience audience, CurrentUser currentUser) {
        this.messages = messages;
        this.marks = marks;
        this.membersAt = membersAt;
        this.audience = audience;
        this.currentUser = currentUser;
    }

    @GET
    @Path("{id}/messages/{seq}/receipts")
    public ReceiptsJson receipts(@PathParam("id") String id, @PathParam("seq") long seq) {
        ConversationId conversation = ReadConversationId.read(id);
        UserId user = currentUser.id();
        if (!audience.of(conversation, user).contains(seq)) {
            throw new Refusal(Problem.NOT_A_MEMBER, Problem.NOT_A_MEMBER.title());
        }
        List<ArchivedMessage> found = seq < 1
                ? List.of()
                : messages.read(new Slice(conversation, Direction.NEWER, seq, seq), 1)
                        .messages();
        if (found.isEmpty()) {
            throw new Refusal(Problem.TARGET_UNKNOWN, Problem.TARGET_UNKNOWN.title());
        }
        if (!found.get(0).from().equals(user)) {
            throw new Refusal(Problem.NOT_THE_AUTHOR, Problem.NOT_THE_AUTHOR.title());
        }
        return CountReceipts.of(seq, user.value(), membersAt.of(conversation, seq), marks.marks(conversation));
    }
}
