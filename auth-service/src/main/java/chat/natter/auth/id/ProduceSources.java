package chat.natter.auth.id;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The only clock and the only random source. Both are replaced in tests. */
class ProduceSources {
    /** In milliseconds, which is what the database keeps: what was written compares equal to what is read. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(Clock.systemUTC().getZone());
    }

    /** Ids and refresh tokens must not be guessed. */
    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }
}
