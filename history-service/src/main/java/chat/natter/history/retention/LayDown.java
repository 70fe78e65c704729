package chat.natter.history.retention;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.SecurityEvent;
import chat.natter.history.admin.Grounds;
import chat.natter.history.audit.TellAudit;
import chat.natter.history.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays down a policy and tells who did it and why; what is not on record does not come into force. */
@Singleton
final class LayDown {
    private final Policies policies;
    private final RetentionClasses classes;
    private final TellAudit tellAudit;
    private final Clock clock;

    LayDown(Policies policies, RetentionClasses classes, TellAudit tellAudit, Clock clock) {
        this.policies = policies;
        this.classes = classes;
        this.tellAudit = tellAudit;
        this.clock = clock;
    }

    Policy layDown(ConversationId conversation, Request request) {
        Optional<String> name = Optional.ofNullable(request.retentionClass());
        if (name.isPresent() && !classes.isKnown(name.get())) {
            throw new Refusal(Problem.BAD_REQUEST, "There is no retention class of that name.");
        }
        Policy before = policies.all().stream()
                .filter(policy -> policy.conversation().equals(conversation))
                .findFirst()
                .orElse(new Policy(conversation, Optional.empty(), false, Instant.EPOCH, true));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Policy policy = new Policy(conversation, name, request.hold(), now, false);
        Map<String, String> details = request.grounds().details();
        details.put("class", name.orElse(""));
        boolean holdChanges = before.held() != request.hold();
        if (holdChanges) {
            SecurityEvent event = request.hold() ? SecurityEvent.HOLD_PLACED : SecurityEvent.HOLD_RELEASED;
            tellAudit.tell(event, conversation, now, details);
        }
        // Also what is laid down anew: what was archived before is then brought in line with what its class says now.
        if (!holdChanges || !before.retentionClass().equals(name)) {
            tellAudit.tell(SecurityEvent.RETENTION_CHANGED, conversation, now, details);
        }
        policies.write(policy);
        return policy;
    }

    /** What an operator wants. */
    record Request(Grounds grounds, @Nullable String retentionClass, boolean hold) {}
}
