package chat.natter.history.job;

import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A job as it stands. Its methods are the changes that there are; each makes the next version, and only one next
 * version of a job is ever kept ({@link JobStore#replace}).
 *
 * <p>Who works on a job has it on a lease, which every saved progress renews. An instance that was killed renews no
 * more, so another one takes the job once the lease is over; one that was only slow learns with its next change that
 * the job is not its own any more, and leaves off.
 *
 * @param version grows by one with each change
 * @param user whose it is; empty for the company's
 * @param request what is wanted, as JSON of the kind's own
 * @param worker the instance that has it; empty if none has
 * @param leasedUntil until then nobody else takes it
 * @param attempts that were begun and did not say how they ended
 * @param done of about {@code about} entries that have to be read
 * @param place where a job that can go on does so, in words of the kind's own
 * @param object the key of what came of it in object storage; empty as long as there is nothing
 * @param bytes its size
 * @param endedAt when it was ready, or else came to an end; the epoch while it is open
 */
public record Job(
        JobId id,
        int version,
        String kind,
        Optional<UserId> user,
        String request,
        JobState state,
        String worker,
        Instant leasedUntil,
        int attempts,
        long done,
        long about,
        String place,
        String object,
        long bytes,
        Instant endedAt) {
    static Job asked(JobId id, String kind, Optional<UserId> user, String request) {
        return new Job(
                id, 1, kind, user, request, JobState.WAITING, "", Instant.EPOCH, 0, 0, 0, "", "", 0, Instant.EPOCH);
    }

    public Instant askedAt() {
        return id.askedAt();
    }

    /** Whether somebody may take it. */
    boolean isFree(Instant now) {
        return state == JobState.WAITING || (state == JobState.RUNNING && !leasedUntil.isAfter(now));
    }

    /** Its progress begins anew; a job that can go on knows from its place how far it had come. */
    Job taken(String by, Instant until) {
        return with(JobState.RUNNING, by, until, attempts + 1, 0, about, place, object, bytes, endedAt);
    }

    Job advanced(long nowDone, long ofAbout, String nowPlace, Instant until) {
        return with(state, worker, until, attempts, nowDone, ofAbout, nowPlace, object, bytes, endedAt);
    }

    /** Somebody goes on after {@code until}, and the attempt does not count: it was not the job's fault. */
    Job putOff(Instant until) {
        return with(JobState.RUNNING, "", until, Math.max(0, attempts - 1), done, about, place, object, bytes, endedAt);
    }

    /** As {@link #putOff}, but it was the job's fault, as far as one knows. */
    Job stumbled(Instant until) {
        return with(JobState.RUNNING, "", until, attempts, done, about, place, object, bytes, endedAt);
    }

    /** @param count how many messages are in it */
    Job ready(String key, long size, long count, Instant now) {
        return with(JobState.READY, "", Instant.EPOCH, attempts, count, count, place, key, size, now);
    }

    /** Ended otherwise; what it had made is not to be found any more. */
    Job over(JobState how, Instant now) {
        return with(how, "", Instant.EPOCH, attempts, done, about, place, "", 0, now);
    }

    private Job with(
            JobState newState,
            String newWorker,
            Instant until,
            int newAttempts,
            long newDone,
            long newAbout,
            String newPlace,
            String newObject,
            long newBytes,
            Instant ended) {
        return new Job(
                id,
                version + 1,
                kind,
                user,
                request,
                newState,
                newWorker,
                until,
                newAttempts,
                newDone,
                newAbout,
                newPlace,
                newObject,
                newBytes,
                ended);
    }
}
