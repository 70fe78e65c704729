package chat.natter.history.retention;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A year for conversations of two, groups for ever, and {@code short} for whom an operator wants it. */
record SomeRetention(Map<String, Duration> classes, Optional<String> direct, Optional<String> group)
        implements RetentionConfig {
    SomeRetention() {
        this(
                Map.of("usual", Duration.ofDays(365), "short", Duration.ofDays(30)),
                Optional.of("usual"),
                Optional.empty());
    }

    @Override
    public Duration settle() {
        return Duration.ofSeconds(10);
    }
}
