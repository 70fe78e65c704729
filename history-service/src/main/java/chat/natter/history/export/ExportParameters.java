package chat.natter.history.export;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What an export is asked with. */
public class ExportParameters {
    @QueryParam("by")
    @Nullable
    String by;

    @QueryParam("reason")
    @Nullable
    String reason;

    @QueryParam("conversation")
    @Nullable
    String conversation;

    @QueryParam("user")
    @Nullable
    String user;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("after")
    @Nullable
    String after;
}
