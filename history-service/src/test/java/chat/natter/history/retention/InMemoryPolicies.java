package chat.natter.history.retention;

import chat.natter.contract.ConversationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The port's sibling for tests. */
final class InMemoryPolicies implements Policies {
    private final Map<ConversationId, Policy> policies = new LinkedHashMap<>();
    int questions;

    @Override
    public List<Policy> all() {
        questions++;
        return List.copyOf(policies.values());
    }

    @Override
    public void write(Policy policy) {
        policies.put(policy.conversation(), policy);
    }

    @Override
    public void markInLine(Policy policy) {
        throw new UnsupportedOperationException();
    }
}
