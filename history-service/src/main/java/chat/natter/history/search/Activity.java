package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.ArchivedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** That something was said in a conversation of a user. */
record Activity(UserId user, ConversationId conversation, long seq, Instant at) {
    /**
     * What was said later than that after the activity that is written is written too; see {@code V005__search.cql}.
     */
    static final Duration GRAIN = Duration.ofHours(1);

    /** The latest activity of each member of each conversation of two, who stand in its id. */
    static List<Activity> latest(List<ArchivedMessage> messages) {
        Map<ConversationId, ArchivedMessage> last = new LinkedHashMap<>();
        for (ArchivedMessage message : messages) {
            last.merge(message.conversation(), message, (one, other) -> one.seq() >= other.seq() ? one : other);
        }
        List<Activity> latest = new ArrayList<>();
        for (ArchivedMessage message : last.values()) {
            if (message.conversation().isDirect()) {
                for (UserId member : message.conversation().directMembers()) {
                    latest.add(new Activity(member, message.conversation(), message.seq(), message.at()));
                }
            }
        }
        return latest;
    }

    Key key() {
        return new Key(user, conversation);
    }

    /** Whether a reader who knows the other one has to be told of this one. */
    boolean isNewsAfter(Activity other) {
        return IndexBuckets.of(seq) > IndexBuckets.of(other.seq())
                || at.isAfter(other.at().plus(GRAIN));
    }

    record Key(UserId user, ConversationId conversation) {}
}
