package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.message.MessageJson;
import chat.natter.history.message.MessageKey;
import chat.natter.history.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages that the user wants to find again. */
@Path("/v1/stars")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class StarsResource {
    private static final int PAGE = 50;

    private final PersonalStore store;
    private final ReadStarred readStarred;
    private final CurrentUser currentUser;

    StarsResource(PersonalStore store, ReadStarred readStarred, CurrentUser currentUser) {
        this.store = store;
        this.readStarred = readStarred;
        this.currentUser = currentUser;
    }

    /** {@code next} is the next {@code cursor}; it is absent at the end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StarsJson(List<MessageJson> messages, @Nullable String next) {
        StarsJson {
            messages = List.copyOf(messages);
        }
    }

    @GET
    public StarsJson stars(@QueryParam("cursor") @Nullable String cursor) {
        List<MessageKey> stars = store.stars(currentUser.id(), parse(cursor), PAGE);
        MessageKey last = stars.size() < PAGE ? null : stars.get(PAGE - 1);
        return new StarsJson(
                readStarred.read(currentUser.id(), stars),
                last == null ? null : last.conversation() + "/" + last.seq());
    }

    private static Optional<MessageKey> parse(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        int slash = cursor.indexOf('/');
        try {
            return Optional.of(new MessageKey(
                    new ConversationId(cursor.substring(0, Math.max(0, slash))),
                    Long.parseLong(cursor.substring(slash + 1))));
        } catch (InvalidId | NumberFormatException e) {
            throw new Refusal(Problem.BAD_REQUEST, "cursor is none that came with an earlier page");
        }
    }
}
