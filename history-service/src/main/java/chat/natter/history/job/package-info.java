/**
 * Work that takes minutes or hours and outlives the instance that does it: kept in Cassandra, taken by whoever is free.
 * Read {@link chat.natter.history.job.Job} first, then {@link chat.natter.history.job.RunJobs}.
 */
@NullMarked
package chat.natter.history.job;

import org.jspecify.annotations.NullMarked;
