package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.history.message.Audience;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.message.ReadConversationId;
import chat.natter.history.problem.Refusal;
import chat.natter.history.reader.ReaderStore;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, for those who are its members now: a group, or what two people have set for theirs; a topic, for
 * those who may read it, who do not see its members.
 */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class GroupResource {
    private final GroupStore store;
    private final ReaderStore readers;
    private final Audience audience;
    private final CurrentUser currentUser;

    GroupResource(GroupStore store, ReaderStore readers, Audience audience, CurrentUser currentUser) {
        this.store = store;
        this.readers = readers;
        this.audience = audience;
        this.currentUser = currentUser;
    }

    @GET
    @Path("{id}")
    public Object conversation(@PathParam("id") String id) {
        ConversationId conversation = ReadConversationId.read(id);
        return conversation.isGroup() ? group(conversation) : ofTwo(conversation);
    }

    private DirectJson ofTwo(ConversationId conversation) {
        if (!conversation.isBetween(currentUser.id())) {
            throw new Refusal(Problem.NOT_A_MEMBER, Problem.NOT_A_MEMBER.title());
        }
        int expireAfter =
                store.profile(conversation).map(GroupProfileView::expireAfter).orElse(0);
        return new DirectJson(conversation.value(), new DirectJson.Settings(expireAfter));
    }

    private GroupJson group(ConversationId conversation) {
        GroupProfileView profile = store.profile(conversation)
                .orElseThrow(() -> new Refusal(Problem.CONVERSATION_UNKNOWN, Problem.CONVERSATION_UNKNOWN.title()));
        Map<String, String> roles = FoldMembership.members(store.changes(conversation));
        boolean isMember = roles.containsKey(currentUser.id().value());
        if (!isMember && !reads(conversation)) {
            throw new Refusal(Problem.NOT_A_MEMBER, Problem.NOT_A_MEMBER.title());
        }
        List<GroupJson.Member> members = roles.entrySet().stream()
                .map(member -> new GroupJson.Member(member.getKey(), member.getValue()))
                .toList();
        return GroupJson.of(conversation, profile, isMember ? members : null, follows(conversation));
    }

    private boolean reads(ConversationId conversation) {
        return conversation.isTopic()
                && !audience.of(conversation, currentUser.id()).isNothing();
    }

    private @Nullable Boolean follows(ConversationId conversation) {
        return conversation.isTopic() ? readers.follows(currentUser.id(), conversation) : null;
    }
}
