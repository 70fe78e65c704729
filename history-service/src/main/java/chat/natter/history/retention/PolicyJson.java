package chat.natter.history.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A policy as operators see it.
 *
 * @param retentionClass absent: that of its kind
 * @param inLine whether what had been archived before is in line with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyJson(
        String conversation, @Nullable String retentionClass, boolean hold, String changedAt, boolean inLine) {
    static PolicyJson of(Policy policy) {
        return new PolicyJson(
                policy.conversation().value(),
                policy.retentionClass().orElse(null),
                policy.held(),
                policy.changedAt().toString(),
                policy.inLine());
    }
}
