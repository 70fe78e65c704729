package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupSettings;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether everybody may read a topic, by one event. */
record TopicAudience(ConversationId topic, boolean isPublic) {
    /** Empty if the record says nothing of that. */
    static Optional<TopicAudience> read(byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            Event event = Event.parseFrom(value);
            GroupChange change = event.getGroup().getChange();
            GroupSettings settings = change.hasCreated() ? change.getCreated().getSettings() : change.getSettings();
            if (!settings.hasPublic()) {
                return Optional.empty();
            }
            return Optional.of(new TopicAudience(new ConversationId(event.getConversation()), settings.getPublic()));
        } catch (InvalidProtocolBufferException | InvalidId e) {
            // The archive keeps unreadable records; here they open and close nothing.
            return Optional.empty();
        }
    }
}
