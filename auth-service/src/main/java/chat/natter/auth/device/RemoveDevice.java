package chat.natter.auth.device;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.database.Database;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Takes a device out of its account; its sessions end with it. */
@Singleton
public class RemoveDevice {
    private final Database database;
    private final AccountStore accounts;
    private final DeviceStore devices;
    private final Clock clock;

    RemoveDevice(Database database, AccountStore accounts, DeviceStore devices, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.devices = devices;
        this.clock = clock;
    }

    /** Returns whether the account had it. Others learn of it from the next version that is published. */
    public boolean remove(UserId user, DeviceId device) {
        return database.transaction(connection -> {
            if (!accounts.lock(connection, user) || !devices.delete(connection, user, device)) {
                return false;
            }
            accounts.changed(connection, user, clock.instant());
            return true;
        });
    }
}
