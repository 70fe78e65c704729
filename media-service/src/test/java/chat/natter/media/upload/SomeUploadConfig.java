package chat.natter.media.upload;

import java.time.Duration;

/** A configuration for tests. */
record SomeUploadConfig(Duration lifetime, int concurrentVerifications, Duration patience) implements UploadConfig {
    @Override
    public long maxSize() {
        return 1_000;
    }
}
