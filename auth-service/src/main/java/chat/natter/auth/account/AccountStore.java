package chat.natter.auth.account;

import chat.natter.auth.database.SqlTime;
import chat.natter.contract.MediaId;
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
    private static final String COLUMNS =
            "SELECT id, username, display_name, about, avatar, discoverable FROM accounts";
    private static final String BY_ID = COLUMNS + " WHERE id = ? AND status = 'ACTIVE'";
    private static final String BY_USERNAME = COLUMNS + " WHERE username = ? AND status = 'ACTIVE'";
    private static final String SAVE = "UPDATE accounts SET username = ?, display_name = ?, about = ?, avatar = ?,"
            + " discoverable = ? WHERE id = ?";
    private static final String LOCK = "SELECT id FROM accounts WHERE id = ? AND status = 'ACTIVE' FOR UPDATE";
    private static final String CHANGED = "UPDATE accounts SET version = version + 1, changed_at = ? WHERE id = ?";

    public Optional<Profile> find(Connection connection, UserId user) throws SQLException {
        return findOwn(connection, user).map(OwnAccount::profile);
    }

    public Optional<Profile> find(Connection connection, Username username) throws SQLException {
        return one(connection, BY_USERNAME, username.value()).map(OwnAccount::profile);
    }

    public Optional<OwnAccount> findOwn(Connection connection, UserId user) throws SQLException {
        return one(connection, BY_ID, user.value());
    }

    /** Whether Keycloak keeps a password for the account. */
    public boolean hasPassword(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM accounts WHERE id = ? AND identity_id IS NOT NULL")) {
            statement.setString(1, user.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Throws {@code SQLIntegrityConstraintViolationException} if the name is taken. */
    void save(Connection connection, OwnAccount account) throws SQLException {
        Profile profile = account.profile();
        Username username = profile.username();
        MediaId avatar = profile.avatar();
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            statement.setString(1, username == null ? null : username.value());
            statement.setString(2, profile.displayName());
            statement.setString(3, profile.about());
            statement.setString(4, avatar == null ? null : avatar.value());
            statement.setBoolean(5, account.discoverable());
            statement.setString(6, profile.user().value());
            statement.executeUpdate();
        }
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

    private static Optional<OwnAccount> one(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static OwnAccount read(ResultSet row) throws SQLException {
        String username = row.getString("username");
        String avatar = row.getString("avatar");
        return new OwnAccount(
                new Profile(
                        new UserId(row.getString("id")),
                        username == null ? null : new Username(username),
                        row.getString("display_name"),
                        row.getString("about"),
                        avatar == null ? null : new MediaId(avatar)),
                row.getBoolean("discoverable"));
    }
}
