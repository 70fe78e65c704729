package chat.natter.auth.device;

import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** An account's devices, for other features. */
@Singleton
public class ListDevices {
    private final DeviceStore devices;

    ListDevices(DeviceStore devices) {
        this.devices = devices;
    }

    public List<ExportedDevice> list(Connection connection, UserId user) throws SQLException {
        return devices.list(connection, user).stream()
                .map(device -> new ExportedDevice(
                        device.id().value(), device.name(), device.platform(), device.addedAt(), device.signedIn()))
                .toList();
    }
}
