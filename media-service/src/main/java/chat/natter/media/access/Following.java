package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That somebody follows a topic, or does no longer, by one record of {@code chat.readers}. */
record Following(ConversationId topic, UserId user, boolean follows) {
    /** The key says who and what; a record without a value, that it is over. Empty if the key cannot be read. */
    static Optional<Following> read(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null) {
            return Optional.empty();
        }
        String[] steps = new String(key, StandardCharsets.UTF_8).split("/", 2);
        if (steps.length < 2) {
            return Optional.empty();
        }
        try {
            ConversationId topic = new ConversationId(steps[0]);
            return topic.isTopic()
                    ? Optional.of(new Following(topic, new UserId(steps[1]), value != null))
                    : Optional.empty();
        } catch (InvalidId e) {
            return Optional.empty();
        }
    }
}
