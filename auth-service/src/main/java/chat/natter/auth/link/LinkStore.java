package chat.natter.auth.link;

import chat.natter.auth.database.SqlTime;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Devices that ask to be let in. */
@Singleton
class LinkStore {
    private static final String INSERT = "INSERT INTO links (id, challenge, device_name, platform, address, expires_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String LOCK =
            "SELECT challenge, device_name, platform, address, expires_at, account_id, used_at"
                    + " FROM links WHERE id = ? FOR UPDATE";

    void insert(Connection connection, String id, Link link) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, id);
            statement.setBytes(2, Base64.getUrlDecoder().decode(link.challenge()));
            statement.setString(3, link.deviceName());
            statement.setString(4, link.platform());
            statement.setString(5, link.address());
            statement.setObject(6, SqlTime.of(link.expiresAt()));
            statement.executeUpdate();
        }
    }

    /** Holds the link until the transaction ends: it is approved once and used once. */
    Optional<Link> lock(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    void approve(Connection connection, String id, UserId account) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE links SET account_id = ? WHERE id = ?")) {
            statement.setString(1, account.value());
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    void use(Connection connection, String id, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE links SET used_at = ? WHERE id = ?")) {
            statement.setObject(1, SqlTime.of(now));
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    void release(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE links SET used_at = NULL WHERE id = ?")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    private static Link read(ResultSet row) throws SQLException {
        String account = row.getString("account_id");
        return new Link(
                Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("challenge")),
                row.getString("device_name"),
                row.getString("platform"),
                row.getString("address"),
                SqlTime.require(row, "expires_at"),
                account == null ? null : new UserId(account),
                SqlTime.read(row, "used_at").isPresent());
    }
}
