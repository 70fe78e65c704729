package chat.natter.auth.device;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Unavailable;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Takes a device out of its account; its sessions end with it. */
@Singleton
public class RemoveDevice {
    private static final Logger LOG = Logger.getLogger(RemoveDevice.class);

    private final Database database;
    private final AccountStore accounts;
    private final DeviceStore devices;
    private final PublishAccount publishAccount;
    private final Clock clock;

    RemoveDevice(
            Database database, AccountStore accounts, DeviceStore devices, PublishAccount publishAccount, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.devices = devices;
        this.publishAccount = publishAccount;
        this.clock = clock;
    }

    /** Returns whether the account had it. */
    public boolean remove(UserId user, DeviceId device) {
        boolean removed = database.transaction(connection -> {
            if (!accounts.lock(connection, user) || !devices.delete(connection, user, device)) {
                return false;
            }
            accounts.changed(connection, user, clock.instant());
            return true;
        });
        if (removed) {
            tell(user, device);
        }
        return removed;
    }

    private void tell(UserId user, DeviceId device) {
        try {
            publishAccount.publish(user);
        } catch (Unavailable e) {
            // The device is out, and a repeat would not find it: the relay tells the others once Kafka is back.
            LOG.warnf("removal is published later userId=%s deviceId=%s cause=\"%s\"", user, device, e.getMessage());
        }
    }
}
