package chat.natter.load.compare.trial;

import chat.natter.load.onetoone.Schedule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs talk in one direction: in a closed loop with so many messages outstanding, or at a rate, timed from when a
 * message was due.
 *
 * @param rate messages per second in all; 0 = closed loop
 */
public record OneToOneTrial(int pairs, int outstanding, int rate, Duration warmUp, Duration duration) implements Trial {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(60);
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(60);

    @Override
    public String name() {
        return rate == 0 ? "one-to-one, full speed" : "one-to-one, " + rate + "/s";
    }

    @Override
    public TrialResult run(Contender contender) throws IOException, InterruptedException {
        contender.admit(2 * pairs);
        Timing timing = new Timing();
        Failures failures = new Failures();
        List<Speaker> speakers = new ArrayList<>();
        List<Hearer> hearers = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            Speaker speaker = new Speaker(pair, rate == 0, timing, failures);
            Hearer hearer = new Hearer(timing, failures);
            int to = 2 * pair + 1;
            Line line = contender.connect(2 * pair, speaker);
            speaker.speaksBy(body -> line.say(to, body));
            lines.add(line);
            lines.add(contender.connect(to, hearer));
            speakers.add(speaker);
            hearers.add(hearer);
        }
        Await.until(
                CONNECT_WITHIN,
                () -> speakers.stream().allMatch(Speaker::isReady)
                        && hearers.stream().allMatch(Hearer::isReady),
                failures,
                "not all connected");
        Schedule schedule = new Schedule(System.nanoTime(), rate);
        if (rate == 0) {
            for (int one = 0; one < outstanding; one++) {
                speakers.forEach(speaker -> speaker.say(System.nanoTime()));
            }
        }
        drive(speakers, schedule, warmUp);
        Usage usage = Usage.begin(contender);
        long began = System.nanoTime();
        timing.begin();
        drive(speakers, schedule, duration);
        timing.end();
        double seconds = (System.nanoTime() - began) / 1e9;
        usage.end();
        speakers.forEach(Speaker::stop);
        long lost = settle(speakers, hearers, failures);
        lines.forEach(Line::leave);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("messages/s", timing.deliveries() / seconds);
        timing.putPercentiles(figures);
        return new TrialResult(
                name(),
                contender.name(),
                figures,
                usage.cpuMicrosPer(timing.deliveries()),
                usage.rssMiB(),
                lost + hearers.stream().mapToLong(Hearer::faults).sum(),
                failures.first());
    }

    private void drive(List<Speaker> speakers, Schedule schedule, Duration howLong) throws InterruptedException {
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            while (schedule.isDue(System.nanoTime())) {
                speakers.get((int) (schedule.count() % speakers.size())).say(schedule.next());
            }
            Thread.sleep(1);
        }
    }

    /** Waits for what is under way; returns what never came. */
    private static long settle(List<Speaker> speakers, List<Hearer> hearers, Failures failures)
            throws InterruptedException {
        long deadline = System.nanoTime() + SETTLE_WITHIN.toNanos();
        long missing = missing(speakers, hearers);
        while (missing > 0 && failures.first() == null && System.nanoTime() < deadline) {
            Thread.sleep(20);
            missing = missing(speakers, hearers);
        }
        return Math.max(0, missing);
    }

    private static long missing(List<Speaker> speakers, List<Hearer> hearers) {
        return speakers.stream().mapToLong(Speaker::said).sum()
                - hearers.stream().mapToLong(Hearer::arrived).sum();
    }
}
