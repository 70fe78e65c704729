package chat.natter.history.job;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port's sibling for tests. Passes the same contract test as the one in Cassandra. */
final class InMemoryJobs implements JobStore {
    private final Map<JobId, Job> jobs = new HashMap<>();

    @Override
    public void add(Job job) {
        jobs.putIfAbsent(job.id(), job);
    }

    @Override
    public Optional<Job> find(JobId id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public List<Job> of(LocalDate day) {
        return jobs.values().stream()
                .filter(job -> job.id().day().equals(day))
                .sorted(Comparator.comparing(job -> job.id().value()))
                .toList();
    }

    @Override
    public boolean replace(Job after) {
        Job before = jobs.get(after.id());
        boolean next = before != null && before.version() == after.version() - 1;
        if (next) {
            jobs.put(after.id(), after);
        }
        return next;
    }
}
