package chat.natter.history.job;

import java.time.Duration;

/** The defaults. */
record SomeJobConfig() implements JobConfig {
    @Override
    public Duration lookEvery() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(60);
    }

    @Override
    public int attempts() {
        return 5;
    }

    @Override
    public Duration giveUpAfter() {
        return Duration.ofDays(1);
    }

    @Override
    public Duration keep() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration sweepEvery() {
        return Duration.ofHours(1);
    }
}
