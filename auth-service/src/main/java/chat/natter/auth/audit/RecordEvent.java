package chat.natter.auth.audit;

import chat.natter.auth.id.NewIds;
import chat.natter.auth.limit.CurrentAddress;
import chat.natter.contract.DeviceId;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Writes an event in the transaction of the change that it tells of: there is never one without the other. */
@Singleton
public class RecordEvent {
    private final AuditStore store;
    private final NewIds ids;
    private final CurrentAddress currentAddress;
    private final Clock clock;

    RecordEvent(AuditStore store, NewIds ids, CurrentAddress currentAddress, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.currentAddress = currentAddress;
        this.clock = clock;
    }

    public void record(Connection connection, UserId user, SecurityEvent event) throws SQLException {
        insert(connection, user, event, null, null);
    }

    public void record(Connection connection, UserId user, SecurityEvent event, DeviceId device, @Nullable String name)
            throws SQLException {
        insert(connection, user, event, device.value(), name);
    }

    /** All that was recorded of an account goes, but for the fact that it was erased. */
    public void erased(Connection connection, UserId user) throws SQLException {
        store.deleteOf(connection, user);
        store.insert(
                connection,
                new AuditEntry(
                        ids.event(),
                        user.value(),
                        SecurityEvent.ACCOUNT_ERASED.code(),
                        null,
                        null,
                        null,
                        clock.instant()));
    }

    private void insert(
            Connection connection,
            UserId user,
            SecurityEvent event,
            @Nullable String device,
            @Nullable String deviceName)
            throws SQLException {
        store.insert(
                connection,
                new AuditEntry(
                        ids.event(),
                        user.value(),
                        event.code(),
                        device,
                        deviceName,
                        currentAddress.find().orElse(null),
                        clock.instant()));
    }
}
