package chat.natter.history.export;

import chat.natter.history.job.Job;
import chat.natter.history.job.JobState;
import chat.natter.history.message.Rfc3339;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An export of the company's as operators see it.
 *
 * @param order what was asked for, by whom and why
 * @param entries that have been written
 * @param parts that can be fetched: all of them once it is ready
 * @param readyAt present once it is ready, as is {@code expiresAt}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArchiveExportJson(
        String id,
        String state,
        String askedAt,
        @JsonUnwrapped ArchiveOrder order,
        long entries,
        List<PartJson> parts,
        @Nullable String readyAt,
        @Nullable String expiresAt) {
    /**
     * A file.
     *
     * @param number from 1
     * @param sha256 of the file, in hex
     */
    record PartJson(int number, long entries, long bytes, String sha256) {
        static PartJson of(int number, ArchiveParts.Part part) {
            return new PartJson(number, part.entries(), part.bytes(), part.sha256());
        }
    }

    static ArchiveExportJson of(Job job, ArchiveOrder order, ArchiveParts parts, Instant expiresAt) {
        boolean ready = job.state() == JobState.READY;
        return new ArchiveExportJson(
                job.id().value(),
                job.state().word(),
                Rfc3339.format(job.askedAt()),
                order,
                // An attempt that goes on begins to count when it writes.
                Math.max(job.done(), parts.entries()),
                IntStream.range(0, parts.parts().size())
                        .mapToObj(index -> PartJson.of(index + 1, parts.parts().get(index)))
                        .toList(),
                ready ? Rfc3339.format(job.endedAt()) : null,
                ready ? Rfc3339.format(expiresAt) : null);
    }
}
