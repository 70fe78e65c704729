package chat.natter.load.compare.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** People connect and say nothing. */
public record IdleTrial(int sockets) implements Trial {
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final int AT_ONCE = 200;
    private static final Duration REST = Duration.ofSeconds(10);

    @Override
    public String name() {
        return sockets + " idle sockets";
    }

    @Override
    public TrialResult run(Contender contender) throws IOException, InterruptedException {
        contender.admitSilent(sockets);
        Failures failures = new Failures();
        Timing timing = new Timing();
        Usage usage = Usage.begin(contender);
        List<Line> lines = new ArrayList<>();
        List<Hearer> idlers = new ArrayList<>();
        for (int person = 0; person < sockets; person++) {
            Hearer idler = new Hearer(timing, failures);
            lines.add(contender.connect(person, idler));
            idlers.add(idler);
            int limit = person + 1 - AT_ONCE;
            Await.until(
                    WITHIN,
                    () -> idlers.stream().filter(Hearer::isReady).count() >= limit,
                    failures,
                    "not all connected");
        }
        Await.until(WITHIN, () -> idlers.stream().allMatch(Hearer::isReady), failures, "not all connected");
        Thread.sleep(REST.toMillis());
        usage.end();
        lines.forEach(Line::leave);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("KiB per socket", usage.grownKiB() / (double) sockets);
        return new TrialResult(name(), contender.name(), figures, Map.of(), usage.rssMiB(), 0, failures.first());
    }
}
