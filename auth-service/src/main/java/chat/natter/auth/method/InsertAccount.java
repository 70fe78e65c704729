package chat.natter.auth.method;

import chat.natter.auth.account.Username;
import chat.natter.auth.database.SqlTime;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of an account that is in use at once, since nothing outside the database belongs to it. */
@Singleton
class InsertAccount {
    private static final String INSERT = "INSERT INTO accounts (id, username, display_name, status, version,"
            + " created_at, changed_at) VALUES (?, ?, ?, 'ACTIVE', 1, ?, ?)";

    /** Throws {@code SQLIntegrityConstraintViolationException} if the name is taken. */
    void insert(Connection connection, UserId user, @Nullable Username username, String displayName, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, user.value());
            statement.setString(2, username == null ? null : username.value());
            statement.setString(3, displayName);
            statement.setObject(4, SqlTime.of(now));
            statement.setObject(5, SqlTime.of(now));
            statement.executeUpdate();
        }
    }
}
