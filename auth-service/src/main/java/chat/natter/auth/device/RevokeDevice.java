package chat.natter.auth.device;

import chat.natter.auth.publish.PublishAccount;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;

/**
 * Removes a device because its owner says so, and tells the others. It is out even if they cannot be told yet, and a
 * repeat would not find it.
 */
@Singleton
class RevokeDevice {
    private final RemoveDevice removeDevice;
    private final PublishAccount publishAccount;

    RevokeDevice(RemoveDevice removeDevice, PublishAccount publishAccount) {
        this.removeDevice = removeDevice;
        this.publishAccount = publishAccount;
    }

    /** Returns whether the account had it. */
    boolean revoke(UserId user, DeviceId device) {
        boolean removed = removeDevice.remove(user, device);
        if (removed) {
            publishAccount.publishSoon(user);
        }
        return removed;
    }
}
