package chat.natter.load.presence;

import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody sees of somebody else what is not true.
 *
 * @param seen null if nothing was ever told
 */
record WrongView(UserId watcher, UserId watched, @Nullable PresenceState seen, PresenceState truth) {
    @Override
    public String toString() {
        return watcher + " watches " + watched + ": seen " + (seen == null ? "nothing" : seen.word()) + ", true "
                + truth.word();
    }
}
