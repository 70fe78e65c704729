package chat.natter.auth.audit;

import chat.natter.auth.database.SqlTime;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The audit trail. An entry that is not published yet is owed to Kafka. */
@Singleton
class AuditStore {
    private static final String COLUMNS =
            "SELECT id, account_id, event, device_id, device_name, address, at FROM audit_events";
    private static final String INSERT = "INSERT INTO audit_events (id, account_id, event, device_id, device_name,"
            + " address, at) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String PAGE = COLUMNS + " WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?";
    private static final String OWED = COLUMNS + " WHERE published = FALSE ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED";
    private static final String PUBLISHED = "UPDATE audit_events SET published = TRUE WHERE id = ?";
    private static final String DELETE = "DELETE FROM audit_events WHERE account_id = ?";

    void insert(Connection connection, AuditEntry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, entry.id());
            statement.setString(2, entry.user());
            statement.setString(3, entry.event());
            statement.setString(4, entry.deviceId());
            statement.setString(5, entry.deviceName());
            statement.setString(6, entry.address());
            statement.setObject(7, SqlTime.of(entry.at()));
            statement.executeUpdate();
        }
    }

    /** The newest first, from before that id. */
    List<AuditEntry> page(Connection connection, UserId user, String before, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, user.value());
            statement.setString(2, before);
            statement.setInt(3, limit);
            return read(statement);
        }
    }

    /** Holds entries that nobody else is telling. */
    List<AuditEntry> lockOwed(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OWED)) {
            statement.setInt(1, limit);
            return read(statement);
        }
    }

    void markPublished(Connection connection, AuditEntry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
            statement.setString(1, entry.id());
            statement.executeUpdate();
        }
    }

    void deleteOf(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setString(1, user.value());
            statement.executeUpdate();
        }
    }

    private static List<AuditEntry> read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<AuditEntry> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new AuditEntry(
                        rows.getString("id"),
                        rows.getString("account_id"),
                        rows.getString("event"),
                        rows.getString("device_id"),
                        rows.getString("device_name"),
                        rows.getString("address"),
                        SqlTime.require(rows, "at")));
            }
            return found;
        }
    }
}
