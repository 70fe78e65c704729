package chat.natter.auth.erasure;

import chat.natter.auth.database.SqlTime;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Every table that names an account. Sessions and refresh tokens go with their devices. */
@Singleton
class ErasureRows {
    private static final String IDENTITIES = "SELECT identity_id FROM accounts WHERE id = ? AND identity_id IS NOT NULL"
            + " UNION SELECT address FROM sign_in_methods WHERE account_id = ? AND kind = 'OIDC'";
    private static final List<String> DELETIONS = List.of(
            "DELETE FROM devices WHERE account_id = ?",
            "DELETE FROM sign_in_methods WHERE account_id = ?",
            "DELETE FROM blocks WHERE account_id = ?",
            "DELETE FROM contacts WHERE account_id = ?",
            "DELETE FROM privacy WHERE account_id = ?",
            "DELETE FROM links WHERE account_id = ?");
    private static final String TOMBSTONE = "UPDATE accounts SET status = 'ERASED', username = NULL, display_name = '',"
            + " about = '', avatar = NULL, identity_id = NULL, claimed_until = NULL, version = version + 1,"
            + " changed_at = ? WHERE id = ?";

    private final Clock clock;

    ErasureRows(Clock clock) {
        this.clock = clock;
    }

    List<String> identitiesOf(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IDENTITIES)) {
            statement.setString(1, user.value());
            statement.setString(2, user.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    void delete(Connection connection, UserId user) throws SQLException {
        for (String sql : DELETIONS) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, user.value());
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(TOMBSTONE)) {
            statement.setObject(1, SqlTime.of(clock.instant()));
            statement.setString(2, user.value());
            statement.executeUpdate();
        }
    }
}
