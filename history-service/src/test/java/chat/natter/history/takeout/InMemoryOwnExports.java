package chat.natter.history.takeout;

import chat.natter.contract.UserId;
import java.util.HashMap;
import java.util.Map;

/** In memory. */
public final class InMemoryOwnExports implements OwnExports {
    private final Map<UserId, OwnExport> exports = new HashMap<>();

    @Override
    public OwnExport of(UserId user) {
        return exports.getOrDefault(user, OwnExport.NONE);
    }

    @Override
    public boolean replace(UserId user, OwnExport after) {
        boolean next = of(user).version() == after.version() - 1;
        if (next) {
            exports.put(user, after);
        }
        return next;
    }
}
