package chat.natter.auth.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an account's audit trail.
 *
 * @param event a code of the contract's {@code SecurityEvent}
 * @param address where the request came from; null if it was the service itself
 */
public record AuditEntry(
        String id,
        String user,
        String event,
        @Nullable String deviceId,
        @Nullable String deviceName,
        @Nullable String address,
        Instant at) {}
