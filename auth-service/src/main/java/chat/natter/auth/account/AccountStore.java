package chat.natter.auth.account;

import chat.natter.auth.database.SqlTime;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Accounts that are in use. One whose sign-up has not got that far does not exist here. */
@Singleton
public class AccountStore {
    private static final String BY_ID =
            "SELECT id, username, display_name FROM accounts WHERE id = ? AND status = 'ACTIVE'";
    private static final String BY_USERNAME =
            "SELECT id, username, display_name FROM accounts WHERE username = ? AND status = 'ACTIVE'";
    private static final String LOCK = "SELECT id FROM accounts WHERE id = ? AND status = 'ACTIVE' FOR UPDATE";
    private static final String CHANGED = "UPDATE accounts SET version = version + 1, changed_at = ? WHERE id = ?";

    public Optional<Profile> find(Connection connection, UserId user) throws SQLException {
        return one(connection, BY_ID, user.value());
    }

    public Optional<Profile> find(Connection connection, Username username) throws SQLException {
        return one(connection, BY_USERNAME, username.value());
    }

    /**
     * Holds the account until the transaction ends, so that changes of it come one after the other. Every transaction
     * that touches an account or its devices starts here, which also rules out deadlocks between them.
     *
     * @return whether there is such an account
     */
    public boolean lock(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, user.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Makes the account's next version, which is then owed to {@code chat.accounts}. */
    public void changed(Connection connection, UserId user, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
            statement.setObject(1, SqlTime.of(now));
            statement.setString(2, user.value());
            statement.executeUpdate();
        }
    }

    private static Optional<Profile> one(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Profile(
                                new UserId(row.getString("id")),
                                new Username(row.getString("username")),
                                row.getString("display_name")))
                        : Optional.empty();
            }
        }
    }
}
