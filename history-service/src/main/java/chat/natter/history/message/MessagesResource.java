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
    private final ChangeStore changes;
    private final Audience audience;
    private final OwnView ownView;
    private final CurrentUser currentUser;

    MessagesResource(
            ReadPage readPage, ChangeStore changes, Audience audience, OwnView ownView, CurrentUser currentUser) {
        this.readPage = readPage;
        this.changes = changes;
        this.audience = audience;
        this.ownView = ownView;
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
        long first = page.messages().get(0).seq();
        long last = page.messages().get(page.messages().size() - 1).seq();
        Set<Long> hidden = ownView.hidden(currentUser.id(), conversation, first, last);
        List<ArchivedMessage> shown = page.messages().stream()
                .filter(entry -> (log || entry.target() == 0) && !hidden.contains(entry.seq()))
                .toList();
        return PageJson.of(
                page,
                FoldChanges.fold(shown, changesOf(conversation, shown, visible)),
                ownView.starred(currentUser.id(), conversation, first, last));
    }

    private List<ArchivedMessage> changesOf(ConversationId conversation, List<ArchivedMessage> shown, Visible visible) {
        if (shown.isEmpty()) {
            return List.of();
        }
        long first = shown.get(0).seq();
        long last = shown.get(shown.size() - 1).seq();
        return changes.changes(conversation, first, last).stream()
                .filter(change -> visible.contains(change.seq()))
                .toList();
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
