package chat.natter.gateway.lifecycle;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The wall clock, which tests replace. */
@Singleton
class ProvideClock {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
