package chat.natter.auth.password;

import chat.natter.auth.account.Username;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which user of Keycloak keeps an account's password. */
@Singleton
class PasswordStore {
    /**
     * What is known about an account's password.
     *
     * @param username the name that it goes with; null if none was chosen yet
     * @param identityId Keycloak's user; null if there is no password yet
     */
    record Keeper(@Nullable Username username, @Nullable String identityId) {}

    Optional<Keeper> find(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT username, identity_id FROM accounts WHERE id = ? AND status = 'ACTIVE'")) {
            statement.setString(1, user.value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String username = row.getString("username");
                return Optional.of(
                        new Keeper(username == null ? null : new Username(username), row.getString("identity_id")));
            }
        }
    }

    void keep(Connection connection, UserId user, String identityId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE accounts SET identity_id = ? WHERE id = ?")) {
            statement.setString(1, identityId);
            statement.setString(2, user.value());
            statement.executeUpdate();
        }
    }
}
