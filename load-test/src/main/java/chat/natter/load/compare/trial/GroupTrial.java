package chat.natter.load.compare.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One member of a group talks as fast as it is answered; all the others are online. */
public record GroupTrial(int members, int outstanding, Duration warmUp, Duration duration) implements Trial {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "group of " + members;
    }

    @Override
    public TrialResult run(Contender contender) throws IOException, InterruptedException {
        contender.admit(members);
        Timing timing = new Timing();
        Failures failures = new Failures();
        Speaker speaker = new Speaker(0, true, timing, failures);
        List<Hearer> hearers = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        lines.add(contender.connect(0, speaker));
        for (int member = 1; member < members; member++) {
            Hearer hearer = new Hearer(timing, failures);
            lines.add(contender.connect(member, hearer));
            hearers.add(hearer);
        }
        Await.until(
                WITHIN,
                () -> speaker.isReady() && hearers.stream().allMatch(Hearer::isReady),
                failures,
                "not all connected");
        contender.gather(lines);
        speaker.speaksBy(lines.get(0)::sayToGroup);
        for (int one = 0; one < outstanding; one++) {
            speaker.say(System.nanoTime());
        }
        Thread.sleep(warmUp.toMillis());
        Usage usage = Usage.begin(contender);
        long began = System.nanoTime();
        timing.begin();
        Thread.sleep(duration.toMillis());
        timing.end();
        double seconds = (System.nanoTime() - began) / 1e9;
        usage.end();
        speaker.stop();
        long expected = speaker.said() * hearers.size();
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (arrived(hearers) < expected && failures.first() == null && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        lines.forEach(Line::leave);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("copies/s", timing.deliveries() / seconds);
        timing.putPercentiles(figures);
        return new TrialResult(
                name(),
                contender.name(),
                figures,
                usage.cpuMicrosPer(timing.deliveries()),
                usage.rssMiB(),
                Math.max(0, expected - arrived(hearers))
                        + hearers.stream().mapToLong(Hearer::faults).sum(),
                failures.first());
    }

    private static long arrived(List<Hearer> hearers) {
        return hearers.stream().mapToLong(Hearer::arrived).sum();
    }
}
