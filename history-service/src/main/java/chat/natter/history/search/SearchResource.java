package chat.natter.history.search;

import chat.natter.contract.Problem;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.message.OwnView;
import chat.natter.history.problem.Refusal;
import io.micrometer.core.annotation.Timed;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Search over what the caller may see. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class SearchResource {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 50;

    private final FindMessages findMessages;
    private final ReadQuery readQuery;
    private final OwnView ownView;
    private final CurrentUser currentUser;

    SearchResource(FindMessages findMessages, ReadQuery readQuery, OwnView ownView, CurrentUser currentUser) {
        this.findMessages = findMessages;
        this.readQuery = readQuery;
        this.ownView = ownView;
        this.currentUser = currentUser;
    }

    @GET
    @Timed(
            value = "natter.history.search",
            percentiles = {0.5, 0.99})
    public SearchJson search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        SearchQuery query = readQuery.read(q, currentUser.id());
        FindMessages.Request request = new FindMessages.Request(
                query, limit(limit), Optional.ofNullable(cursor).map(SearchCursor::parse));
        return SearchJson.of(shown(findMessages.find(currentUser.id(), request)));
    }

    /** Without what the user has deleted for themselves: a page may be shorter for it. */
    private SearchPage shown(SearchPage page) {
        List<SearchPage.Hit> hits = page.hits().stream()
                .filter(hit -> ownView.hidden(
                                currentUser.id(),
                                hit.message().conversation(),
                                hit.message().seq(),
                                hit.message().seq())
                        .isEmpty())
                .toList();
        return new SearchPage(hits, page.next());
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= MAX_LIMIT) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number that is out of range.
        }
        throw new Refusal(Problem.BAD_REQUEST, "limit must be a whole number, 1 to " + MAX_LIMIT);
    }
}
