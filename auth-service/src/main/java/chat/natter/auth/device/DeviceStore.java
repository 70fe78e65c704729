package chat.natter.auth.device;

import chat.natter.auth.database.SqlTime;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Devices, always asked for together with their account: nobody reaches another's. */
@Singleton
class DeviceStore {
    List<Device> list(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT d.id, d.name, d.platform, d.added_at, s.id IS NOT NULL AS signed_in FROM devices d"
                        + " LEFT JOIN device_sessions s ON s.device_id = d.id WHERE d.account_id = ? ORDER BY d.id")) {
            statement.setString(1, user.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<Device> devices = new ArrayList<>();
                while (rows.next()) {
                    devices.add(new Device(
                            new DeviceId(rows.getString("id")),
                            rows.getString("name"),
                            rows.getString("platform"),
                            SqlTime.require(rows, "added_at"),
                            rows.getBoolean("signed_in")));
                }
                return devices;
            }
        }
    }

    Optional<Device> find(Connection connection, UserId user, DeviceId device) throws SQLException {
        return list(connection, user).stream()
                .filter(own -> own.id().equals(device))
                .findFirst();
    }

    void insert(Connection connection, UserId user, Device device) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO devices (id, account_id, name, platform, added_at) VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, device.id().value());
            statement.setString(2, user.value());
            statement.setString(3, device.name());
            statement.setString(4, device.platform());
            statement.setObject(5, SqlTime.of(device.addedAt()));
            statement.executeUpdate();
        }
    }

    void rename(Connection connection, DeviceId device, String name, String platform) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE devices SET name = ?, platform = ? WHERE id = ?")) {
            statement.setString(1, name);
            statement.setString(2, platform);
            statement.setString(3, device.value());
            statement.executeUpdate();
        }
    }

    /** Its sessions and their refresh tokens go with it. */
    boolean delete(Connection connection, UserId user, DeviceId device) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM devices WHERE id = ? AND account_id = ?")) {
            statement.setString(1, device.value());
            statement.setString(2, user.value());
            return statement.executeUpdate() == 1;
        }
    }
}
