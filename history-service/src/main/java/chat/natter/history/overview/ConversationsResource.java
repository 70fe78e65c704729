package chat.natter.history.overview;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.personal.Personal;
import chat.natter.history.personal.PersonalStore;
import chat.natter.history.problem.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's conversations. A device that was away asks here what has changed since, instead of asking each
 * conversation.
 */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ConversationsResource {
    /** Of so many, the newest ones, the end is read. */
    private static final int DETAILED = 100;

    private final ListConversations listConversations;
    private final ReadDetails readDetails;
    private final PersonalStore personal;
    private final CurrentUser currentUser;
    private final Clock clock;

    ConversationsResource(
            ListConversations listConversations,
            ReadDetails readDetails,
            PersonalStore personal,
            CurrentUser currentUser,
            Clock clock) {
        this.listConversations = listConversations;
        this.readDetails = readDetails;
        this.personal = personal;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GET
    public ConversationsJson conversations(
            @QueryParam("since") @Nullable String since, @QueryParam("details") boolean details) {
        UserId user = currentUser.id();
        Map<ConversationId, Personal> set = personal.of(user);
        List<Progress> listed = listConversations.of(user, moment(since));
        List<Details> read =
                details ? readDetails.of(user, listed.subList(0, Math.min(DETAILED, listed.size()))) : List.of();
        List<ConversationsJson.One> all = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            Progress one = listed.get(i);
            all.add(ConversationsJson.One.of(
                    one,
                    set.getOrDefault(one.conversation(), Personal.NOTHING),
                    i < read.size() ? read.get(i) : null,
                    clock.instant()));
        }
        return new ConversationsJson(all);
    }

    private static @Nullable Instant moment(@Nullable String since) {
        try {
            return since == null ? null : Instant.parse(since);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.BAD_REQUEST, "since is no RFC 3339 time");
        }
    }
}
