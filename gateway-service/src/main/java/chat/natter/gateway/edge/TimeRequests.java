package chat.natter.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** Rate, errors and duration of the requests to one service: until the head of its answer is there. */
final class TimeRequests {
    private static final int FIRST_CLASS = 2;
    private static final int LAST_CLASS = 5;
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final Timer[] byClass = new Timer[LAST_CLASS - FIRST_CLASS + 1];

    TimeRequests(MeterRegistry meters, Upstream upstream) {
        for (int digit = FIRST_CLASS; digit <= LAST_CLASS; digit++) {
            byClass[digit - FIRST_CLASS] = Timer.builder("natter.gateway.requests")
                    .description("Requests that the edge passed on")
                    .tag("upstream", upstream.name().toLowerCase(Locale.ROOT))
                    .tag("status", digit + "xx")
                    .serviceLevelObjectives(BUCKETS)
                    .register(meters);
        }
    }

    void ended(Timer.Sample sample, int status) {
        int digit = Math.max(FIRST_CLASS, Math.min(status / 100, LAST_CLASS));
        sample.stop(byClass[digit - FIRST_CLASS]);
    }
}
