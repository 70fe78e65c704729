package chat.natter.history.retention;

import chat.natter.contract.ConversationId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The classes that there are, and which one a conversation has by itself. */
@Singleton
final class RetentionClasses {
    private final Map<String, Duration> classes;
    private final Optional<String> direct;
    private final Optional<String> group;

    RetentionClasses(RetentionConfig config) {
        this.classes = Map.copyOf(config.classes());
        this.direct = config.direct();
        this.group = config.group();
        classes.forEach((name, duration) -> {
            if (duration.toSeconds() < 1) {
                throw new IllegalArgumentException("natter.history.retention.classes." + name + " must be 1s or more");
            }
        });
        direct.ifPresent(name -> mustBeKnown("direct", name));
        group.ifPresent(name -> mustBeKnown("group", name));
    }

    private void mustBeKnown(String key, String name) {
        if (!isKnown(name)) {
            throw new IllegalArgumentException(
                    "natter.history.retention." + key + " names no class of natter.history.retention.classes");
        }
    }

    boolean isKnown(String name) {
        return classes.containsKey(name);
    }

    /**
     * How long messages are kept; empty for ever. A class that was assigned and is not configured any more keeps
     * everything: nothing is destroyed by a slip.
     */
    Optional<Duration> of(ConversationId conversation, Optional<String> assigned) {
        return assigned.or(() -> conversation.isDirect() ? direct : group)
                .flatMap(name -> Optional.ofNullable(classes.get(name)));
    }
}
