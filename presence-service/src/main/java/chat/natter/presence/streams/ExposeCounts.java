package chat.natter.presence.streams;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** Binds {@link PresenceCounts} to the metrics registry. */
@Singleton
final class ExposeCounts {
    private final MeterRegistry registry;

    ExposeCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    void expose(@Observes StartupEvent event, PresenceCounts counts) {
        gauge("natter.presence.online.users", "Users with an open session, of this instance", counts.onlineUsers);
        gauge("natter.presence.sessions", "Open sessions, of this instance", counts.sessions);
        gauge("natter.presence.watches", "Users watched, once per watching session", counts.watches);
        String expiries = "Sessions closed because their gateway is gone";
        counter("natter.presence.expiries", expiries, "silent", counts.silentExpiries);
        counter("natter.presence.expiries", expiries, "superseded", counts.supersededExpiries);
        counter("natter.presence.departures", "Users announced as offline", "grace", counts.departures);
        String deliveries = "Presence given to gateways";
        counter("natter.presence.deliveries", deliveries, "change", counts.tells);
        counter("natter.presence.deliveries", deliveries, "watch", counts.answers);
        counter("natter.presence.dead.letters", "Records nobody could read", "unreadable", counts.deadLetters);
        counter("natter.presence.thread.failures", "Stream threads replaced", "exception", counts.threadFailures);
    }

    private void gauge(String name, String description, LongAdder value) {
        Gauge.builder(name, value, LongAdder::sum).description(description).register(registry);
    }

    private void counter(String name, String description, String cause, LongAdder value) {
        FunctionCounter.builder(name, value, LongAdder::sum)
                .description(description)
                .tag("cause", cause)
                .register(registry);
    }
}
