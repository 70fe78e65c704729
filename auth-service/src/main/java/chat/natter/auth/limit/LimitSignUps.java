package chat.natter.auth.limit;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Bounds sign-ups by user name and by address. */
@Singleton
public class LimitSignUps {
    private final Limit ofAddress;
    private final Limit ofUsername;

    @Inject
    LimitSignUps(LimitConfig config) {
        this(config, TimeMeter.SYSTEM_MILLISECONDS);
    }

    LimitSignUps(LimitConfig config, TimeMeter time) {
        this.ofAddress = new Limit(config.signUpsOfAddress(), time);
        this.ofUsername = new Limit(config.signUpsOfUsername(), time);
    }

    /** For a sign-up that names no user. */
    public void take(String address) {
        ofAddress.take(address);
    }

    /**
     * Throws {@link RateLimited} if either has none left; the address first, so that it cannot use up the names of
     * others.
     */
    public void take(String username, String address) {
        ofAddress.take(address);
        ofUsername.take(username.toLowerCase(Locale.ROOT));
    }
}
