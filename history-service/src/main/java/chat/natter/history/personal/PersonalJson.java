package chat.natter.history.personal;

import chat.natter.history.message.Rfc3339;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the user has set for a conversation; {@code mutedUntil} is absent if it is not muted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonalJson(@Nullable String mutedUntil, boolean archived, boolean pinned, boolean unread) {
    static PersonalJson of(Personal personal, long read, Instant now) {
        Instant mutedUntil = personal.mutedAfter(now);
        return new PersonalJson(
                mutedUntil == null ? null : Rfc3339.format(mutedUntil),
                personal.archived(),
                personal.pinned(),
                personal.isUnread(read));
    }
}
