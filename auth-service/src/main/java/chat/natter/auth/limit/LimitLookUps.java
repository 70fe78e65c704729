package chat.natter.auth.limit;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;

/**
 * Bounds how many hashes and user names are looked up: who may ask for any number of them can try all that there are.
 */
@Singleton
public class LimitLookUps {
    private final Limit ofAccount;
    private final Limit ofAddress;

    LimitLookUps(LimitConfig config) {
        this.ofAccount = new Limit(config.lookUpsOfAccount(), TimeMeter.SYSTEM_MILLISECONDS);
        this.ofAddress = new Limit(config.lookUpsOfAddress(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** Throws {@link RateLimited} if the account or the address has asked for too many. */
    public void take(String account, String address, int wanted) {
        ofAddress.take(address, wanted);
        ofAccount.take(account, wanted);
    }
}
