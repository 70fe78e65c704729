package chat.natter.load.faults;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What to do.
 *
 * @param seed of everything that is left to chance
 * @param course what brings the troubles
 * @param duration no trouble begins after it
 * @param rate messages per second in all
 * @param pairs of people who talk to each other
 * @param history file that gets a line for each thing that happens
 */
public record FaultsPlan(long seed, Course course, Duration duration, int rate, int pairs, Path history) {}
