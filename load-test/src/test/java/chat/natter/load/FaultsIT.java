package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.load.faults.Course;
import chat.natter.load.faults.FaultsPlan;
import chat.natter.load.faults.FaultsResult;
import chat.natter.load.faults.RunFaults;
import chat.natter.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code ./natter faults}. The seed is fixed, so that a failure is one of the change that is tested;
 * {@code -Dnatter.faults.seed} and {@code -Dnatter.faults.seconds} try others.
 */
class FaultsIT {
    private static final long SEED = Long.getLong("natter.faults.seed", 1);
    private static final Duration DURATION = Duration.ofSeconds(Long.getLong("natter.faults.seconds", 50));
    private static final int RATE = 30;
    private static final int PAIRS = 6;

    private static final Logger LOG = Logger.getLogger(FaultsIT.class.getName());

    @Test
    void losesNothingWhateverBreaks() throws IOException, InterruptedException {
        // Given
        LocalStack stack = LocalStack.current();
        FaultsPlan plan = new FaultsPlan(
                SEED,
                Course.CHANCE,
                DURATION,
                RATE,
                PAIRS,
                stack.services().get(0).log().resolveSibling("faults-" + SEED + ".log"));

        // When
        FaultsResult result = new RunFaults(plan, stack, LOG::info).run();

        // Then
        assertThat(result.isFaultless())
                .as(() -> String.join("\n", result.lines()))
                .isTrue();
        LOG.info(() -> String.join("\n", result.lines()));
    }
}
