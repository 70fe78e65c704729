package chat.natter.history.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where jobs are kept. Every method throws {@link chat.natter.history.message.StoreUnavailable} while the store is
 * away; whether a change came about is then not known.
 */
interface JobStore {
    void add(Job job);

    Optional<Job> find(JobId id);

    /** Those that were asked for on that day, the oldest first. */
    List<Job> of(LocalDate day);

    /** False if somebody else has changed the job; then nothing happened. {@code after} is the next version. */
    boolean replace(Job after);
}
