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
import java.util.Optional;

/** Refresh tokens by their hash. Used ones stay until they expire, so that a copy is known when it comes. */
@Singleton
class RefreshTokenStore {
    private static final String LOCK = "SELECT t.expires_at, t.used_at, s.id, s.account_id, s.device_id"
            + " FROM refresh_tokens t JOIN device_sessions s ON s.id = t.session_id"
            + " WHERE t.hash = ? FOR UPDATE";

    /** Holds the token until the transaction ends: of two who bring it at once, one comes second. */
    Optional<IssuedToken> lock(Connection connection, RefreshToken token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setBytes(1, token.hash());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    void insert(Connection connection, RefreshToken token, DeviceSessionId session, Instant expiresAt)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO refresh_tokens (hash, session_id, expires_at) VALUES (?, ?, ?)")) {
            statement.setBytes(1, token.hash());
            statement.setString(2, session.value());
            statement.setObject(3, SqlTime.of(expiresAt));
            statement.executeUpdate();
        }
    }

    void markUsed(Connection connection, RefreshToken token, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE refresh_tokens SET used_at = ? WHERE hash = ?")) {
            statement.setObject(1, SqlTime.of(now));
            statement.setBytes(2, token.hash());
            statement.executeUpdate();
        }
    }

    private static IssuedToken read(ResultSet row) throws SQLException {
        return new IssuedToken(
                new AccessToken(
                        new UserId(row.getString("account_id")),
                        new DeviceId(row.getString("device_id")),
                        new DeviceSessionId(row.getString("id"))),
                SqlTime.require(row, "expires_at"),
                SqlTime.read(row, "used_at").isPresent());
    }
}
