package chat.natter.load.drain;

import chat.natter.load.scenario.ScenarioResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param millis from the first packet of the connection to the last message
 * @param faults messages that came out of order or twice
 */
record DrainResult(int messages, double millis, long faults) implements ScenarioResult {
    @Override
    public boolean isFaultless() {
        return faults == 0;
    }

    @Override
    public List<String> lines() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d queued messages taken in %.0f ms: %.0f/s",
                        messages,
                        millis,
                        messages / millis * 1_000),
                faults == 0 ? "no faults: each once and in order" : faults + " FAULTS");
    }

    @Override
    public Map<String, Object> asMap() {
        return Map.of("messages", messages, "millis", millis, "faults", faults);
    }
}
