package chat.natter.history.search;

import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Searches all conversations that a user may see, newest first, with a bounded number of bounded queries. */
@Singleton
final class FindMessages {
    private final Conversations conversations;
    private final Means means;
    private final int maxPartitions;

    FindMessages(
            Conversations conversations,
            SearchIndex index,
            CheckMessages checkMessages,
            WalkPartitions walkPartitions,
            SearchConfig config) {
        this.conversations = conversations;
        this.means = new Means(index, checkMessages, walkPartitions);
        this.maxPartitions = config.maxPartitions();
    }

    SearchPage find(UserId user, Request request) {
        OneSearch search = new OneSearch(
                request, maxPartitions, means, means.checkMessages().visibleTo(user));
        for (Activity activity : conversations.of(user)) {
            if (request.query().in().map(activity.conversation()::equals).orElse(true)) {
                means.walkPartitions()
                        .first(Reach.of(activity), request.query(), request.cursor())
                        .ifPresent(search::add);
            }
        }
        return search.run();
    }

    /** @param limit hits at most */
    record Request(SearchQuery query, int limit, Optional<SearchCursor> cursor) {}

    /** What every search works with. */
    record Means(SearchIndex index, CheckMessages checkMessages, WalkPartitions walkPartitions) {}
}
