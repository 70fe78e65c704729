package chat.natter.media.scan;

import chat.natter.media.storage.ObjectStore;
import java.time.Duration;
import java.util.Optional;

/** Scans for tests of other packages. */
public final class SomeScan {
    private SomeScan() {}

    /** Nobody looks. */
    public static ScanUpload off(ObjectStore objects) {
        return new ScanUpload(objects, new Off());
    }

    private record Off() implements ScanConfig {
        @Override
        public Optional<String> clamdHost() {
            return Optional.empty();
        }

        @Override
        public int clamdPort() {
            return 1;
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public long maxFile() {
            return 1;
        }
    }
}
