package chat.natter.history.search;

import chat.natter.contract.UserId;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.Audience;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.MessageStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the messages themselves: the index only proposes. */
@Singleton
final class CheckMessages {
    private final ReadCurrent readCurrent;
    private final MatchMessage matchMessage;
    private final Audience audience;
    private final Clock clock;

    CheckMessages(MessageStore store, SearchIndex index, SearchText searchText, Audience audience, Clock clock) {
        this.readCurrent = new ReadCurrent(store, index);
        this.matchMessage = new MatchMessage(searchText);
        this.audience = audience;
        this.clock = clock;
    }

    /** What the user may read. */
    VisibleTo visibleTo(UserId user) {
        return new VisibleTo(user, audience);
    }

    /** For each candidate, in their order, the hit that it is; empty for those that are none. */
    List<Optional<SearchPage.Hit>> check(SearchQuery query, List<Candidate> candidates) {
        Map<MessageKey, ArchivedMessage> messages =
                readCurrent.read(candidates.stream().map(Candidate::messageKey).toList());
        Instant now = clock.instant();
        List<Optional<SearchPage.Hit>> hits = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            hits.add(Optional.ofNullable(messages.get(candidate.messageKey()))
                    .filter(message -> !message.isExpiredAt(now) && query.covers(message.at()))
                    .flatMap(message ->
                            matchMessage.match(query, message).map(match -> new SearchPage.Hit(message, match))));
        }
        return hits;
    }
}
