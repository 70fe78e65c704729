package chat.natter.auth.session;

import chat.natter.auth.database.SqlTime;
import chat.natter.auth.id.DeviceSessionId;
import chat.natter.auth.token.AccessToken;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Device sessions: at most one for a device, and a row only as long as it stands. */
@Singleton
class SessionStore {
    void insert(Connection connection, AccessToken session, Instant now, Instant expiresAt) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO device_sessions (id, account_id, device_id, opened_at,"
                        + " expires_at) VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, session.session().value());
            statement.setString(2, session.user().value());
            statement.setString(3, session.device().value());
            statement.setObject(4, SqlTime.of(now));
            statement.setObject(5, SqlTime.of(expiresAt));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("UPDATE devices SET sign_in = ? WHERE id = ?")) {
            statement.setString(1, session.session().value());
            statement.setString(2, session.device().value());
            statement.executeUpdate();
        }
    }

    void extend(Connection connection, DeviceSessionId session, Instant expiresAt) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE device_sessions SET expires_at = ? WHERE id = ?")) {
            statement.setObject(1, SqlTime.of(expiresAt));
            statement.setString(2, session.value());
            statement.executeUpdate();
        }
    }

    boolean end(Connection connection, DeviceSessionId session) throws SQLException {
        return delete(connection, "id = ?", session.value());
    }

    /** Returns how many stood. */
    int endOthers(Connection connection, UserId user, @Nullable DeviceSessionId kept) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM device_sessions WHERE account_id = ? AND id <> ?")) {
            statement.setString(1, user.value());
            statement.setString(2, kept == null ? "" : kept.value());
            return statement.executeUpdate();
        }
    }

    /** Sessions that time has ended. */
    List<AccessToken> findExpired(Connection connection, Instant now, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, account_id, device_id FROM device_sessions WHERE expires_at <= ? LIMIT ?")) {
            statement.setObject(1, SqlTime.of(now));
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<AccessToken> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new AccessToken(
                            new UserId(rows.getString("account_id")),
                            new DeviceId(rows.getString("device_id")),
                            new DeviceSessionId(rows.getString("id"))));
                }
                return found;
            }
        }
    }

    boolean endOf(Connection connection, DeviceId device) throws SQLException {
        return delete(connection, "device_id = ?", device.value());
    }

    private static boolean delete(Connection connection, String which, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM device_sessions WHERE " + which)) {
            statement.setString(1, id);
            return statement.executeUpdate() > 0;
        }
    }
}
