package chat.natter.auth.device;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.database.Database;
import chat.natter.contract.DeviceId;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Gives a device the name by which its owner knows it. */
@Singleton
class RenameDevice {
    private final Database database;
    private final AccountStore accounts;
    private final DeviceStore devices;
    private final RecordEvent recordEvent;
    private final Clock clock;

    RenameDevice(Database database, AccountStore accounts, DeviceStore devices, RecordEvent recordEvent, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.devices = devices;
        this.recordEvent = recordEvent;
        this.clock = clock;
    }

    /** Returns whether the account has it. Others learn of it from the next version that is published. */
    boolean rename(UserId user, DeviceId device, String name) {
        return database.transaction(connection -> rename(connection, user, device, name));
    }

    private boolean rename(Connection connection, UserId user, DeviceId id, String name) throws SQLException {
        accounts.lock(connection, user);
        Optional<Device> found = devices.find(connection, user, id);
        if (found.isEmpty()) {
            return false;
        }
        devices.rename(connection, id, name, found.get().platform());
        recordEvent.record(connection, user, SecurityEvent.DEVICE_RENAMED, id, name);
        accounts.changed(connection, user, clock.instant());
        return true;
    }
}
