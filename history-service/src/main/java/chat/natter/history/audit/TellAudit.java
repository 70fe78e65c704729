package chat.natter.history.audit;

import chat.natter.contract.ConversationId;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.Map;

/** The audit trail. */
public interface TellAudit {
    /**
     * Returns once the event is kept; throws if it could not be. What happened to the same user at the same time is the
     * same event and has the same id.
     */
    void tell(SecurityEvent event, UserId user, Instant at, Map<String, String> details);

    /** The same for what happened to the archive as a whole. */
    void tell(SecurityEvent event, Instant at, Map<String, String> details);

    /** The same for what happened to a conversation. */
    void tell(SecurityEvent event, ConversationId conversation, Instant at, Map<String, String> details);
}
