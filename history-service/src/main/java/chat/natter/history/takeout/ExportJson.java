package chat.natter.history.takeout;

import chat.natter.history.job.Job;
import chat.natter.history.job.JobState;
import chat.natter.history.message.Rfc3339;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export as its user sees it.
 *
 * @param messages that have been written; all of them once it is ready
 * @param about how many it will be; what was edited or has vanished counts too, so it may be fewer
 * @param bytes the size of the package; present once it is ready, as are {@code readyAt} and {@code expiresAt}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportJson(
        String id,
        String state,
        String askedAt,
        long messages,
        long about,
        @Nullable Long bytes,
        @Nullable String readyAt,
        @Nullable String expiresAt) {
    static ExportJson of(Job job, Instant expiresAt) {
        boolean ready = job.state() == JobState.READY;
        return new ExportJson(
                job.id().value(),
                job.state().word(),
                Rfc3339.format(job.askedAt()),
                job.done(),
                job.about(),
                ready ? job.bytes() : null,
                ready ? Rfc3339.format(job.endedAt()) : null,
                ready ? Rfc3339.format(expiresAt) : null);
    }
}
