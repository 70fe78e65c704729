package chat.natter.gateway.status;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** Looks at the meters every few seconds: rates are there without a Prometheus, also for whoever looks only once. */
@Startup
@Singleton
class SampleCounts {
    private static final long EVERY_MILLIS = 5_000;

    private final MeterRegistry meters;
    private final Vertx vertx;
    private final Clock clock;
    private final Rates rates = new Rates();

    SampleCounts(MeterRegistry meters, Vertx vertx, Clock clock) {
        this.meters = meters;
        this.vertx = vertx;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        rates.add(count());
        vertx.setPeriodic(EVERY_MILLIS, ignored -> rates.add(count()));
    }

    Rates.PerSecond perSecond() {
        return rates.perSecond();
    }

    private Counts count() {
        Collection<Timer> deliveries = meters.find("natter.gateway.delivery").timers();
        return new Counts(
                clock.millis(),
                sum(meters.find("natter.gateway.frames").tag("direction", "in").counters()),
                sum(meters.find("natter.gateway.frames").tag("direction", "out").counters()),
                sum(meters.find("natter.gateway.refusals").counters()),
                deliveries.stream().mapToDouble(Timer::count).sum(),
                deliveries.stream()
                        .mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS))
                        .sum());
    }

    private static double sum(Collection<Counter> counters) {
        return counters.stream().mapToDouble(Counter::count).sum();
    }
}
