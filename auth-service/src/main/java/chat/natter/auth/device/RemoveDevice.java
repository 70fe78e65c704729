package chat.natter.auth.device;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.database.Database;
import chat.natter.contract.DeviceId;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Takes a device out of its account; its sessions end with it. */
@Singleton
public class RemoveDevice {
    private final Database database;
    private final AccountStore accounts;
    private final DeviceStore devices;
    private final RecordEvent recordEvent;
    private final Clock clock;

    RemoveDevice(Database database, AccountStore accounts, DeviceStore devices, RecordEvent recordEvent, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.devices = devices;
        this.recordEvent = recordEvent;
        this.clock = clock;
    }

    /** Returns whether the account had it. Others learn of it from the next version that is published. */
    public boolean remove(UserId user, DeviceId device) {
        return database.transaction(connection -> {
            if (!accounts.lock(connection, user)) {
                return false;
            }
            Optional<Device> found = devices.find(connection, user, device);
            if (found.isEmpty()) {
                return false;
            }
            devices.delete(connection, user, device);
            recordEvent.record(
                    connection,
                    user,
                    SecurityEvent.DEVICE_REMOVED,
                    device,
                    found.get().name());
            accounts.changed(connection, user, clock.instant());
            return true;
        });
    }
}
