package chat.natter.history.takeout;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The defaults, with an address. */
record SomeTakeoutConfig() implements TakeoutConfig {
    @Override
    public int perDay() {
        return 3;
    }

    @Override
    public Duration linkLifetime() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Optional<URI> publicUrl() {
        return Optional.of(URI.create("https://chat.example.org/"));
    }
}
