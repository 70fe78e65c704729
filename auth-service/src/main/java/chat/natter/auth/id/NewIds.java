package chat.natter.auth.id;

import chat.natter.contract.DeviceId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes ids that sort by their time of creation. */
@Singleton
public class NewIds {
    private final Clock clock;
    private final RandomGenerator random;

    public NewIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UserId user() {
        return new UserId(next());
    }

    public DeviceId device() {
        return new DeviceId(next());
    }

    public DeviceSessionId deviceSession() {
        return new DeviceSessionId(next());
    }

    /** For a code that was sent. */
    public String verification() {
        return next();
    }

    /** For a way to sign in. */
    public String method() {
        return next();
    }

    /** For a device that waits to be approved. */
    public String link() {
        return next();
    }

    /** For an entry of the audit trail. */
    public String event() {
        return next();
    }

    private String next() {
        return Ulid.next(clock.instant(), random);
    }
}
