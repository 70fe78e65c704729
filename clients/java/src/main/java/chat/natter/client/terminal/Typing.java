package chat.natter.client.terminal;

import chat.natter.contract.UserId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When it is to be said that we type, and shown that others do. Times in milliseconds. */
final class Typing {
    private static final long SAY_AGAIN_AFTER = 4_000;
    private static final long LASTS = 6_000;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Map<UserId, Long> others = new HashMap<>();
    private String before = "";
    private long saidAt = NEVER;

    /** The line that is being typed has come to this: whether to say that we type, or that we do not; null: neither. */
    @Nullable
    Boolean mine(String line, long now) {
        boolean changed = !line.equals(before);
        before = line;
        if (line.isBlank() || line.startsWith("/")) {
            boolean over = now - saidAt < LASTS;
            saidAt = NEVER;
            return over ? false : null;
        }
        if (!changed || now - saidAt < SAY_AGAIN_AFTER) {
            return null;
        }
        saidAt = now;
        return true;
    }

    /** Whether that is somebody who did not type before. */
    boolean begins(UserId user, boolean on, long now) {
        if (!on) {
            others.remove(user);
            return false;
        }
        Long since = others.put(user, now);
        return since == null || now - since >= LASTS;
    }

    /** The user's message has come. */
    void over(UserId user) {
        others.remove(user);
    }
}
