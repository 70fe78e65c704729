package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lifetimes as a test wants them: at first, entries are kept as long as their own timers say. */
public final class SomeLifetimes implements Lifetimes {
    public static final Lifetimes OWN = new SomeLifetimes();

    public boolean held;
    public @Nullable Instant latest;

    @Override
    public @Nullable Instant end(ArchivedMessage entry) {
        if (held) {
            return null;
        }
        return latest == null ? entry.expiresAt() : latest;
    }

    @Override
    public boolean isHeld(ConversationId conversation) {
        return held;
    }
}
