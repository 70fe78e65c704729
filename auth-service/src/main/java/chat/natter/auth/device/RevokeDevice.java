package chat.natter.auth.device;

import chat.natter.auth.problem.Unavailable;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Removes a device because its owner says so, and tells the others. */
@Singleton
class RevokeDevice {
    private static final Logger LOG = Logger.getLogger(RevokeDevice.class);

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
