package chat.natter.history.takeout;

import chat.natter.history.job.JobId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which export is a user's, and how many they have asked for.
 *
 * @param version grows by one with each change; 0 if nothing is kept yet
 * @param job the last one that was asked for
 * @param day to which {@code count} belongs, UTC
 * @param erased the account is no more
 */
record OwnExport(int version, Optional<JobId> job, LocalDate day, int count, boolean erased) {
    static final OwnExport NONE = new OwnExport(0, Optional.empty(), LocalDate.EPOCH, 0, false);

    int asked(LocalDate today) {
        return day.equals(today) ? count : 0;
    }

    OwnExport withJob(JobId next, LocalDate today) {
        return new OwnExport(version + 1, Optional.of(next), today, asked(today) + 1, erased);
    }

    OwnExport ofErased() {
        return new OwnExport(version + 1, job, day, count, true);
    }
}
