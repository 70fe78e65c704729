package chat.natter.history.job;

import chat.natter.contract.Ulid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The id of a job. It tells the day on which the job was asked for, and so where to look for it. */
public record JobId(String value) {
    public JobId {
        if (!Ulid.isValid(value)) {
            throw new IllegalArgumentException("not a job id");
        }
    }

    /** Of what a client says; empty if it is no id. */
    static Optional<JobId> parse(String text) {
        return Ulid.isValid(text) ? Optional.of(new JobId(text)) : Optional.empty();
    }

    static JobId next(Instant now, RandomGenerator random) {
        return new JobId(Ulid.next(now, random));
    }

    Instant askedAt() {
        return Ulid.timeOf(value);
    }

    LocalDate day() {
        return askedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public String toString() {
        return value;
    }
}
