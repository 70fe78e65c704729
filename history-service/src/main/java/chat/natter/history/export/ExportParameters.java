package chat.natter.history.export;

import chat.natter.history.admin.Grounds;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** All of it, for the record. */
    Map<String, String> details(Grounds grounds) {
        Map<String, String> details = new LinkedHashMap<>(grounds.details());
        put(details, "conversation", conversation);
        put(details, "user", user);
        put(details, "from", from);
        put(details, "to", to);
        put(details, "after", after);
        return details;
    }

    private static void put(Map<String, String> details, String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
