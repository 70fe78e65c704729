package chat.natter.load.compare.trial;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one trial of one contender.
 *
 * @param figures in the order in which they are shown; the names carry the units
 * @param cpuMicrosPerMessage of each process, per delivered message
 * @param rssMiB of each process at the end
 * @param faults messages that were lost, doubled, out of order or changed
 * @param failure why the trial could not be finished
 */
public record TrialResult(
        String trial,
        String contender,
        Map<String, Double> figures,
        Map<String, Double> cpuMicrosPerMessage,
        Map<String, Long> rssMiB,
        long faults,
        @Nullable String failure) {
    public boolean passed() {
        return faults == 0 && failure == null;
    }
}
