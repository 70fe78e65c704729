package chat.natter.history.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are run. */
@ConfigMapping(prefix = "natter.history.jobs")
public interface JobConfig {
    /** How often an instance that has nothing to do looks for jobs. */
    @WithDefault("5s")
    Duration lookEvery();

    /**
     * How long a job stays with an instance that does not say anything any more; after an outage of a store, and after
     * an attempt that failed, the job rests for as long.
     */
    @WithDefault("60s")
    Duration lease();

    /** Attempts that ended without saying why, such as by the death of the instance, before a job is given up. */
    @WithDefault("5")
    int attempts();

    /** How long after it was asked for a job that did not come to an end is given up. */
    @WithDefault("1d")
    Duration giveUpAfter();

    /** How long what a job made is kept, 28 days at most. */
    @WithDefault("7d")
    Duration keep();

    /** How often what is over is removed from object storage. */
    @WithDefault("1h")
    Duration sweepEvery();
}
