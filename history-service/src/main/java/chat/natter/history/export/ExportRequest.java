package chat.natter.history.export;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.admin.Grounds;
import chat.natter.history.message.Rfc3339;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
    record Place(ConversationId conversation, long seq) {
        @Override
        public String toString() {
            return conversation + "/" + seq;
        }
    }

    /** All of it, for the record. */
    Map<String, String> details(Grounds grounds) {
        Map<String, String> details = new LinkedHashMap<>(grounds.details());
        conversation.ifPresent(only -> details.put("conversation", only.value()));
        user.ifPresent(only -> details.put("user", only.value()));
        from.ifPresent(time -> details.put("from", Rfc3339.format(time)));
        to.ifPresent(time -> details.put("to", Rfc3339.format(time)));
        after.ifPresent(place -> details.put("after", place.toString()));
        return details;
    }
}
