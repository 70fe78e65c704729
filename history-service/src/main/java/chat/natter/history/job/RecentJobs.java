package chat.natter.history.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** Looks through the jobs of the last days, the oldest first. */
final class RecentJobs {
    private final JobStore store;
    private final Clock clock;

    RecentJobs(JobStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Stream<Job> since(Duration ago) {
        LocalDate first = clock.instant().minus(ago).atZone(ZoneOffset.UTC).toLocalDate();
        // One day more than today: the clock of whoever asked may be ahead of ours.
        LocalDate end = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(2);
        return first.datesUntil(end).flatMap(day -> store.of(day).stream());
    }
}
