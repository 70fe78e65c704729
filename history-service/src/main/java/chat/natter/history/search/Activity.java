package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.ArchivedMessage;
import java.time.Duration;
import java.time.Instant;

/** That something was said in a conversation of a user. */
record Activity(UserId user, ConversationId conversation, long seq, Instant at) {
    /**
     * What was said later than that after the activity that is written is written too; see {@code V005__search.cql}.
     */
    static final Duration GRAIN = Duration.ofHours(1);

    Key key() {
        return new Key(user, conversation);
    }

    /** Whether a reader who knows this one has to be told of that entry. */
    boolean isOutdatedBy(ArchivedMessage entry) {
        return IndexBuckets.of(entry.seq()) > IndexBuckets.of(seq) || entry.at().isAfter(at.plus(GRAIN));
    }

    record Key(UserId user, ConversationId conversation) {}
}
