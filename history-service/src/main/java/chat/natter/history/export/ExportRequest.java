package chat.natter.history.export;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be exported.
 *
 * @param conversation only this one
 * @param user only what was said in conversations while this user was in them
 * @param from accepted at that time or later
 * @param to accepted earlier
 * @param after where an export goes on that was broken off
 */
record ExportRequest(
        Optional<ConversationId> conversation,
        Optional<UserId> user,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Place> after) {
    /** The last entry that arrived. */
    record Place(ConversationId conversation, long seq) {}
}
