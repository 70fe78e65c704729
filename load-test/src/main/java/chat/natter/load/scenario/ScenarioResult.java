package chat.natter.load.scenario;

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
}
