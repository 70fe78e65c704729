package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages of a conversation, for its members only. */
// One root for all of these, so that a method that none takes is told from an address that nobody has.
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MessagesResource {
    private static final String LOG = "log";

    private final ReadPage readPage;
    private final ReadForReader readForReader;
    private final Audience audience;
    private final CurrentUser currentUser;

    MessagesResource(ReadPage readPage, ReadForReader readForReader, Audience audience, CurrentUser currentUser) {
        this.readPage = readPage;
        this.readForReader = readForReader;
        this.audience = audience;
        this.currentUser = currentUser;
    }

    @GET
    @Path("{id}/messages")
    public PageJson messages(
            @PathParam("id") String id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("after") @Nullable String after,
            @QueryParam("around") @Nullable String around,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("view") @Nullable String view) {
        ConversationId conversation = ReadConversationId.read(id);
        PageQuery query = PageQuery.parse(before, after, around, limit);
        boolean log = isLog(view);
        Visible visible = audience.of(conversation, currentUser.id());
        if (visible.isNothing()) {
            throw new Refusal(Problem.NOT_A_MEMBER, Problem.NOT_A_MEMBER.title());
        }
        Page page = readPage.read(conversation, query, visible);
        if (page.messages().isEmpty()) {
            return PageJson.of(page, List.of(), Set.of());
        }
        ReadForReader.Stretch shown = readForReader.show(currentUser.id(), conversation, page.messages(), visible, log);
        return PageJson.of(page, shown.messages(), shown.starred());
    }

    /** Whether every entry of the log is wanted; otherwise what was done to a message is only seen in the message. */
    private static boolean isLog(@Nullable String view) {
        if (view == null || view.equals("folded")) {
            return false;
        }
        if (view.equals(LOG)) {
            return true;
        }
        throw new Refusal(Problem.BAD_REQUEST, "view is folded or log");
    }
}
