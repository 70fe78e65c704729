package chat.natter.history.search;

import chat.natter.contract.UserId;
import chat.natter.history.group.InMemoryGroups;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.FindMoment;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.SomeLifetimes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Search put together by hand, for tests and measurements. */
public final class SomeSearch {
    static final SearchText TEXT = new SearchText(config(256));

    /** What is told to it is known to the search: who is a member when. */
    final InMemoryGroups groups = new InMemoryGroups();

    private final SearchIndex index;
    private final TellActivity tellActivity;
    private final IndexMessages indexMessages;
    private final FindMessages findMessages;

    SomeSearch(SearchIndex index, Conversations conversations, MessageStore store, Clock clock, int maxPartitions) {
        this.index = index;
        this.tellActivity = new TellActivity(conversations, SomeMembers.in(groups));
        this.indexMessages = new IndexMessages(TEXT, index, store, SomeLifetimes.OWN, tellActivity);
        this.findMessages = new FindMessages(
                conversations,
                index,
                new CheckMessages(store, index, TEXT, SomeMembers.audience(groups), clock),
                new WalkPartitions(store, new FindMoment(store)),
                config(maxPartitions));
    }

    public static SomeSearch inMemory(MessageStore store) {
        InMemoryIndex index = new InMemoryIndex();
        return new SomeSearch(index, index, store, Clock.systemUTC(), 256);
    }

    public TellActivity tellActivity() {
        return tellActivity;
    }

    public IndexMessages indexMessages() {
        return indexMessages;
    }

    /** All that stands in an index in memory. */
    public List<String> tokens() {
        return ((InMemoryIndex) index).tokens();
    }

    /** How many hits the user finds, at most 50. */
    public int count(UserId user, String query) {
        return find(user, query, 50, Optional.empty()).hits().size();
    }

    void index(List<ArchivedMessage> messages) {
        indexMessages.index(messages, Set.of());
    }

    SearchPage find(UserId user, String query, int limit, Optional<SearchCursor> cursor) {
        return findMessages.find(user, new FindMessages.Request(new ReadQuery(TEXT).read(query, user), limit, cursor));
    }

    private static SearchConfig config(int maxPartitions) {
        return new SearchConfig() {
            @Override
            public Language language() {
                return Language.ENGLISH;
            }

            @Override
            public int maxPartitions() {
                return maxPartitions;
            }

            @Override
            public int maxWritesInFlight() {
                return 64;
            }
        };
    }
}
