package chat.natter.load.scenario;

import chat.natter.load.measure.CountOverTime;
import chat.natter.load.measure.Figure;
import chat.natter.load.measure.Latency;
import java.util.List;
import java.util.Map;

/** What came of a scenario. */
public interface ScenarioResult {
    /** Whether everything was as it has to be; if not, the command exits with 1. */
    boolean isFaultless();

    /** The result for a person. */
    List<String> lines();

    /** The result for a program. Times in milliseconds. */
    Map<String, Object> asMap();

    /** What a person wants to see first; none if the lines are all there is. */
    default List<Figure> headlines() {
        return List.of();
    }

    /** Times of which a report draws curves. */
    default List<Latency> latencies() {
        return List.of();
    }

    /** Counts of which a report draws curves. */
    default List<CountOverTime> counts() {
        return List.of();
    }
}
