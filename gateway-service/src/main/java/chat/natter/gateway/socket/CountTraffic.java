package chat.natter.gateway.socket;

import chat.natter.contract.CloseCode;
import chat.natter.contract.Problem;
import chat.natter.gateway.session.SessionTraffic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts what happens on sockets. Every counter exists from the start, so that a rate of zero can be seen. */
@Singleton
public class CountTraffic implements SessionTraffic {
    private static final Duration[] DELIVERY_BUCKETS = {
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final Counter received;
    private final Counter sent;
    private final Timer delivery;
    private final Counter openedByTicket;
    private final Counter openedByToken;
    private final Map<Problem, Counter> refused = new EnumMap<>(Problem.class);
    private final Map<CloseCode, Counter> closed = new EnumMap<>(CloseCode.class);

    CountTraffic(MeterRegistry meters) {
        received = meters.counter("natter.gateway.frames", "direction", "in");
        sent = meters.counter("natter.gateway.frames", "direction", "out");
        delivery = Timer.builder("natter.gateway.delivery")
                .description(
                        "From the author's gateway to the reader's socket, of messages that did not wait in a backlog")
                .serviceLevelObjectives(DELIVERY_BUCKETS)
                .register(meters);
        openedByTicket = meters.counter("natter.gateway.hellos", "credential", "ticket");
        openedByToken = meters.counter("natter.gateway.hellos", "credential", "token");
        for (Problem problem : Problem.values()) {
            refused.put(problem, meters.counter("natter.gateway.refusals", "code", problem.code()));
        }
        for (CloseCode code : CloseCode.values()) {
            String name = code.name().toLowerCase(Locale.ROOT);
            closed.put(code, meters.counter("natter.gateway.closes", "code", name));
        }
    }

    @Override
    public void received() {
        received.increment();
    }

    @Override
    public void sent() {
        sent.increment();
    }

    @Override
    public void refused(Problem problem) {
        count(refused.get(problem));
    }

    @Override
    public void opened(boolean byTicket) {
        (byTicket ? openedByTicket : openedByToken).increment();
    }

    @Override
    public void delivered(long millis) {
        // Another gateway's clock may be ahead of ours.
        delivery.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    @Override
    public void closed(CloseCode code) {
        count(closed.get(code));
    }

    private static void count(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
