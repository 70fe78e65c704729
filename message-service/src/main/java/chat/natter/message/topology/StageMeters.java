package chat.natter.message.topology;

import chat.natter.contract.record.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rate, errors and duration of one stage. Every counter exists from the start, so that a rate of zero can be seen.
 * Costs some hundred nanoseconds per record, and tells the stages nothing: what they decide does not depend on it.
 */
final class StageMeters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    private final MeterRegistry registry;
    private final String stage;
    private final Timer duration;
    private final Timer age;
    private final Counter events;
    private final Counter inbox;
    private final Counter commands;
    private final Counter notifications;
    private final Counter news;
    private final Counter deadLetters;
    private final Counter windowStalls;
    private final Map<Delivery.BodyCase, Counter> deliveries = new EnumMap<>(Delivery.BodyCase.class);

    StageMeters(MeterRegistry registry, String stage) {
        this.registry = registry;
        this.stage = stage;
        duration = timer("natter.message.stage", "Time that a stage takes for a record");
        age = timer("natter.message.record.age", "From a record's time stamp until a stage has it, by the wall clock");
        events = output("event");
        inbox = output("inbox");
        commands = output("command");
        notifications = output("notification");
        news = output("news");
        for (Delivery.BodyCase body : Delivery.BodyCase.values()) {
            deliveries.put(body, output("delivery-" + body.name().toLowerCase(Locale.ROOT)));
        }
        deadLetters = counter("natter.message.dead.letters", "Records put aside because nobody could read them");
        windowStalls = counter("natter.message.window.stalls", "Times that a device's full window held an entry back");
    }

    void processed(long nanos, long ageMillis) {
        duration.record(nanos, TimeUnit.NANOSECONDS);
        age.record(Math.max(0, ageMillis), TimeUnit.MILLISECONDS);
    }

    void event() {
        events.increment();
    }

    void inbox() {
        inbox.increment();
    }

    void command() {
        commands.increment();
    }

    void notification() {
        notifications.increment();
    }

    void news() {
        news.increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void windowStall() {
        windowStalls.increment();
    }

    void delivery(Delivery delivery) {
        Delivery.BodyCase body = delivery.getBodyCase();
        increment(deliveries.get(body));
        if (body == Delivery.BodyCase.REFUSED) {
            // Few, and the codes are a closed list.
            registry.counter(
                            "natter.message.refusals",
                            "stage",
                            stage,
                            "code",
                            delivery.getRefused().getProblem())
                    .increment();
        }
    }

    private static void increment(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .tag("stage", stage)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("stage", stage)
                .register(registry);
    }

    private Counter output(String kind) {
        return Counter.builder("natter.message.outputs")
                .description("Records that a stage wrote")
                .tag("stage", stage)
                .tag("kind", kind)
                .register(registry);
    }
}
