package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import java.time.Instant;

/**
 * A conversation that a user may see.
 *
 * @param firstSeq the first message that the user may see, from 1
 * @param lastSeq the last one; {@link Long#MAX_VALUE} while the user is a member
 * @param newestBucket the newest partition of its postings
 * @param notAfter no message of it is newer
 */
record Reach(ConversationId conversation, long firstSeq, long lastSeq, long newestBucket, Instant notAfter) {
    /** A conversation of two people: all of it, for ever. */
    static Reach all(Activity activity) {
        return new Reach(
                activity.conversation(),
                1,
                Long.MAX_VALUE,
                IndexBuckets.of(activity.seq()),
                activity.at().plus(Activity.GRAIN));
    }

    boolean covers(long seq) {
        return seq >= firstSeq && seq <= lastSeq;
    }
}
