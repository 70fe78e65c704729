package chat.natter.auth.limit;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;

/** Bounds links by address. */
@Singleton
public class LimitLinks {
    private final Limit ofAddress;

    LimitLinks(LimitConfig config) {
        this.ofAddress = new Limit(config.linksOfAddress(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** Throws {@link RateLimited} if there were too many. */
    public void take(String address) {
        ofAddress.take(address);
    }
}
