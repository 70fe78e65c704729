package chat.natter.history.overview;

import chat.natter.contract.Problem;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.problem.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The user's conversations. A device that was away asks here what has changed since, instead of asking each
 * conversation.
 */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ConversationsResource {
    private final ListConversations listConversations;
    private final CurrentUser currentUser;

    ConversationsResource(ListConversations listConversations, CurrentUser currentUser) {
        this.listConversations = listConversations;
        this.currentUser = currentUser;
    }

    @GET
    public ConversationsJson conversations(@QueryParam("since") @Nullable String since) {
        return ConversationsJson.of(listConversations.of(currentUser.id(), moment(since)));
    }

    private static @Nullable Instant moment(@Nullable String since) {
        try {
            return since == null ? null : Instant.parse(since);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.BAD_REQUEST, "since is no RFC 3339 time");
        }
    }
}
