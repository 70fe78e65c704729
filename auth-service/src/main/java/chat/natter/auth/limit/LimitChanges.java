package chat.natter.auth.limit;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;

/** Bounds changes of what an account is signed in with, and the tries of the present password among them. */
@Singleton
public class LimitChanges {
    private final Limit ofAccount;

    LimitChanges(LimitConfig config) {
        this.ofAccount = new Limit(config.changesOfAccount(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** Throws {@link RateLimited} if there were too many. */
    public void take(String account) {
        ofAccount.take(account);
    }
}
