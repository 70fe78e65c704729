package chat.natter.auth.device;

import chat.natter.auth.audit.RecordEvent;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps an account within its number of devices: one that is signed out gives way, one that is signed in never does by
 * itself.
 */
@Singleton
class MakeRoom {
    private final DeviceStore devices;
    private final RecordEvent recordEvent;
    private final int most;

    MakeRoom(DeviceStore devices, RecordEvent recordEvent, DeviceConfig config) {
        this.devices = devices;
        this.recordEvent = recordEvent;
        this.most = config.most();
    }

    /** Whether one more fits in now. */
    boolean forOneMore(Connection connection, UserId user, List<Device> own, boolean replacesOthers)
            throws SQLException {
        List<Device> leaving = replacesOthers ? own : surplus(own, most);
        if (own.size() - leaving.size() >= most) {
            return false;
        }
        for (Device device : leaving) {
            devices.delete(connection, user, device.id());
            recordEvent.record(connection, user, SecurityEvent.DEVICE_REMOVED, device.id(), device.name());
        }
        return true;
    }

    /** The oldest of those that are signed out, as many as are too many. */
    static List<Device> surplus(List<Device> own, int most) {
        return own.stream()
                .filter(device -> !device.signedIn())
                .limit(Math.max(0, own.size() - most + 1))
                .toList();
    }
}
