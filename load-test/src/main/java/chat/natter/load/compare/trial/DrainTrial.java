package chat.natter.load.compare.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who is away is written to, and comes back. */
public record DrainTrial(int messages, int outstanding) implements Trial {
    private static final Duration WITHIN = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "drain of " + messages;
    }

    @Override
    public boolean needsDurability() {
        return true;
    }

    @Override
    public TrialResult run(Contender contender) throws IOException, InterruptedException {
        contender.admit(2);
        Timing timing = new Timing();
        Failures failures = new Failures();
        Speaker speaker = new Speaker(0, true, timing, failures);
        speaker.limit(messages);
        Line sender = contender.connect(0, speaker);
        Await.until(WITHIN, speaker::isReady, failures, "not connected");
        speaker.speaksBy(body -> sender.say(1, body));
        for (int one = 0; one < outstanding; one++) {
            speaker.say(System.nanoTime());
        }
        Await.until(WITHIN, () -> speaker.accepted() >= messages, failures, "not all accepted");
        Usage usage = Usage.begin(contender);
        Hearer hearer = new Hearer(timing, failures);
        long began = System.nanoTime();
        Line receiver = contender.connect(1, hearer);
        long deadline = began + WITHIN.toNanos();
        while (hearer.arrived() < messages && failures.first() == null && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        usage.end();
        sender.leave();
        receiver.leave();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("connect to last s", (hearer.lastAt() - began) / 1e9);
        return new TrialResult(
                name(),
                contender.name(),
                figures,
                usage.cpuMicrosPer(messages),
                usage.rssMiB(),
                Math.max(0, messages - hearer.arrived()) + hearer.faults(),
                failures.first());
    }
}
