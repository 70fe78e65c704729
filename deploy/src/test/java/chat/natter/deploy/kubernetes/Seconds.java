package chat.natter.deploy.kubernetes;

import io.quarkus.runtime.configuration.DurationConverter;

/** Durations as the services read them. */
final class Seconds {
    private Seconds() {}

    static long of(String duration) {
        return DurationConverter.parseDuration(duration).toSeconds();
    }
}
