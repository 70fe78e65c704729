package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import java.time.Instant;

/**
 * A conversation that a user has or had, as far as its postings reach.
 *
 * @param newestBucket the newest partition of its postings
 * @param notAfter no message of it is newer
 */
record Reach(ConversationId conversation, long newestBucket, Instant notAfter) {
    static Reach of(Activity activity) {
        return new Reach(
                activity.conversation(),
                IndexBuckets.of(activity.seq()),
                activity.at().plus(Activity.GRAIN));
    }
}
