package chat.natter.history.audit;

import chat.natter.contract.ConversationId;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An audit trail that can be read, and can be away. */
public final class RecordedAudit implements TellAudit {
    private final List<String> told = new ArrayList<>();
    private boolean away;

    /** Each as the event's name and its details. */
    public List<String> told() {
        return told;
    }

    public void away() {
        away = true;
    }

    @Override
    public void tell(SecurityEvent event, UserId user, Instant at, Map<String, String> details) {
        tell(event, at, details);
    }

    @Override
    public void tell(SecurityEvent event, Instant at, Map<String, String> details) {
        if (away) {
            throw new IllegalStateException("away");
        }
        told.add(event + " " + details);
    }

    @Override
    public void tell(SecurityEvent event, ConversationId conversation, Instant at, Map<String, String> details) {
        tell(event, at, details);
    }
}
