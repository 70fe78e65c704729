package chat.natter.media.preview;

import java.time.Duration;
import java.util.Optional;

/** A configuration for tests. */
record SomePreviewConfig(boolean enabled, long maxPixels, int memory) implements PreviewConfig {
    @Override
    public int workers() {
        return 1;
    }

    @Override
    public int queue() {
        return 10;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(20);
    }

    @Override
    public int thumbnailSize() {
        return 320;
    }

    @Override
    public long maxFile() {
        return 1_000_000;
    }

    @Override
    public Duration resumeEvery() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Optional<String> ffmpegFolder() {
        return Optional.of("/nowhere");
    }
}
