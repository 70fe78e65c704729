package chat.natter.auth.limit;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Bounds sign-ins by user name and by address. */
@Singleton
public class LimitSignIns {
    private final Limit ofAddress;
    private final Limit ofUsername;

    @Inject
    LimitSignIns(LimitConfig config) {
        this(config, TimeMeter.SYSTEM_MILLISECONDS);
    }

    LimitSignIns(LimitConfig config, TimeMeter time) {
        this.ofAddress = new Limit(config.signInsOfAddress(), time);
        this.ofUsername = new Limit(config.signInsOfUsername(), time);
    }

    /** For a sign-in that names no user. */
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
