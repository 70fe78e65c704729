package chat.natter.presence.lookup;

import chat.natter.contract.UserId;
import chat.natter.presence.sessions.Presence;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The answer to clients. {@code lastSeen} is RFC 3339, UTC, with milliseconds; absent while online, where it is not
 * shown, and for a user who was never seen, which an unknown user looks the same as.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PresenceAnswer(
        String userId, String state, @Nullable String lastSeen) {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static PresenceAnswer of(UserId user, Presence presence) {
        String lastSeen = presence.isOnline() || presence.lastSeen() == 0
                ? null
                : RFC_3339.format(Instant.ofEpochMilli(presence.lastSeen()));
        return new PresenceAnswer(user.value(), presence.state().word(), lastSeen);
    }
}
