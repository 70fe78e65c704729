package chat.natter.media.upload;

import java.time.Duration;

/** A configuration for tests. */
record SomeUploadConfig(Duration lifetime, int concurrentVerifications, Duration patience) implements UploadConfig {
    @Override
    public long maxSize() {
        return 100_000_000;
    }

    @Override
    public long maxSinglePut() {
        return 1_000;
    }

    @Override
    public Duration lifetimeOfParts() {
        return lifetime.multipliedBy(24);
    }
}
