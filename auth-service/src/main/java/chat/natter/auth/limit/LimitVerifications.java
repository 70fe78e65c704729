package chat.natter.auth.limit;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Bounds codes by address and device; those of one number are counted in the database. */
@Singleton
public class LimitVerifications {
    private final Limit ofAddress;
    private final Limit ofInstallation;
    private final Limit triesOfAddress;

    @Inject
    LimitVerifications(LimitConfig config) {
        this(config, TimeMeter.SYSTEM_MILLISECONDS);
    }

    LimitVerifications(LimitConfig config, TimeMeter time) {
        this.ofAddress = new Limit(config.verificationsOfAddress(), time);
        this.ofInstallation = new Limit(config.verificationsOfInstallation(), time);
        this.triesOfAddress = new Limit(config.codesOfAddress(), time);
    }

    /** Throws {@link RateLimited} if the address or the device has asked for too many codes. */
    public void take(String address, @Nullable String installation) {
        ofAddress.take(address);
        if (installation != null) {
            ofInstallation.take(installation);
        }
    }

    /** Throws {@link RateLimited} if too many codes were tried from the address. */
    public void takeTry(String address) {
        triesOfAddress.take(address);
    }
}
