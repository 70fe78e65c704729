package chat.natter.history.export;

import chat.natter.history.admin.Grounds;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What the company asked for, in the words of the request; kept with the job. See {@link ExportRequest}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArchiveOrder(
        @Nullable String by,
        @Nullable String reason,
        @Nullable String conversation,
        @Nullable String user,
        @Nullable String from,
        @Nullable String to) {
    Grounds grounds() {
        return Grounds.of(by, reason);
    }

    /** @param after where an earlier attempt came to */
    ExportRequest request(@Nullable String after) {
        return ReadExportRequest.read(conversation, user, from, to, after);
    }
}
