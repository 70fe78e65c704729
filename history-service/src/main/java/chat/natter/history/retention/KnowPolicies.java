package chat.natter.history.retention;

import chat.natter.contract.ConversationId;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.Lifetimes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long entries are kept: until their own timer or the retention of their conversation ends, whichever comes first;
 * for ever while the conversation is held. Asks for what was laid down only once in a while.
 */
@Singleton
final class KnowPolicies implements Lifetimes {
    private final Policies policies;
    private final RetentionClasses classes;
    private final Duration settle;
    private final Clock clock;
    private Map<ConversationId, Policy> known = Map.of();
    private @Nullable Instant askedAt;

    KnowPolicies(Policies policies, RetentionClasses classes, RetentionConfig config, Clock clock) {
        this.policies = policies;
        this.classes = classes;
        this.settle = config.settle();
        this.clock = clock;
    }

    @Override
    public @Nullable Instant end(ArchivedMessage entry) {
        Policy policy = of(entry.conversation());
        if (policy != null && policy.held()) {
            return null;
        }
        Instant own = entry.expiresAt();
        return classes.of(entry.conversation(), policy == null ? Optional.empty() : policy.retentionClass())
                .map(kept -> entry.at().plus(kept))
                .filter(end -> own == null || end.isBefore(own))
                .orElse(own);
    }

    @Override
    public boolean isHeld(ConversationId conversation) {
        Policy policy = of(conversation);
        return policy != null && policy.held();
    }

    private synchronized @Nullable Policy of(ConversationId conversation) {
        Instant now = clock.instant();
        if (askedAt == null || !askedAt.plus(settle).isAfter(now)) {
            known = policies.all().stream().collect(Collectors.toMap(Policy::conversation, Function.identity()));
            askedAt = now;
        }
        return known.get(conversation);
    }
}
