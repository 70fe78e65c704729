package chat.natter.load.drain;

import chat.natter.load.measure.CountOverTime;
import chat.natter.load.measure.Figure;
import chat.natter.load.scenario.ScenarioResult;
import chat.natter.load.stack.StackUse;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param millis from the first packet of the connection to the last message
 * @param taken by the second
 * @param faults messages that came out of order or twice
 */
record DrainResult(int messages, double millis, CountOverTime taken, StackUse use, long faults)
        implements ScenarioResult {
    @Override
    public boolean isFaultless() {
        return faults == 0;
    }

    @Override
    public List<String> lines() {
        return List.of(
                String.format(
                        Locale.ROOT, "%d queued messages taken in %.0f ms: %.0f/s", messages, millis, perSecond()),
                faults == 0 ? "no faults: each once and in order" : faults + " FAULTS");
    }

    @Override
    public Map<String, Object> asMap() {
        return Map.of("messages", messages, "millis", millis, "faults", faults);
    }

    @Override
    public List<Figure> headlines() {
        return List.of(
                Figure.of(messages, "", "messages that waited"),
                Figure.of(millis, "ms", "until the last was taken"),
                Figure.of(perSecond(), "/s", "taken"),
                Figure.of(use.perOne(use.cpuMillisInAll()), "ms", "CPU per message, all parts"),
                Figure.of(faults, "", "faults"));
    }

    @Override
    public List<CountOverTime> counts() {
        return List.of(taken);
    }

    private double perSecond() {
        return messages / millis * 1_000;
    }
}
