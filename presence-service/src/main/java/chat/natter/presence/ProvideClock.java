package chat.natter.presence;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one wall clock. */
@Dependent
final class ProvideClock {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
