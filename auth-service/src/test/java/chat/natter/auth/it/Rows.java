package chat.natter.auth.it;

import chat.natter.auth.database.SqlTime;
import chat.natter.contract.Ulid;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes to the database behind the service's back. */
record Rows(DataSource dataSource) {
    String pending(String username, Instant claimedUntil, @Nullable String identityId) {
        String id = Ulid.next(Instant.now(), new Random());
        Instant past = Instant.now().minusSeconds(60);
        update(
                "INSERT INTO accounts (id, username, display_name, status, identity_id, claimed_until, created_at,"
                        + " changed_at) VALUES (?, ?, 'Left over', 'PENDING', ?, ?, ?, ?)",
                id,
                username,
                identityId,
                SqlTime.of(claimedUntil),
                SqlTime.of(past),
                SqlTime.of(past));
        return id;
    }

    void claim(String username, Instant until) {
        update("UPDATE accounts SET claimed_until = ? WHERE username = ?", SqlTime.of(until), username);
    }

    void change(String username, String displayName) {
        update("UPDATE accounts SET display_name = ?, version = version + 1 WHERE username = ?", displayName, username);
    }

    void expireCode(String verificationId, Instant at) {
        update("UPDATE verifications SET expires_at = ? WHERE id = ?", SqlTime.of(at), verificationId);
    }

    /** As if the last code to it had been sent long ago. */
    void forgetLastCode(String address) {
        update("UPDATE verification_targets SET last_sent_at = NULL WHERE address = ?", address);
    }

    void allowAnotherCode(String address) {
        update("DELETE FROM verification_targets WHERE address = ?", address);
    }

    void expireLink(String link) {
        update("UPDATE links SET expires_at = ? WHERE id = ?", SqlTime.of(Instant.now()), link);
    }

    boolean exists(String username) {
        return count("SELECT COUNT(*) FROM accounts WHERE username = ?", username) > 0;
    }

    boolean isBehind(String username) {
        return count("SELECT COUNT(*) FROM accounts WHERE username = ? AND unpublished = 1", username) > 0;
    }

    boolean isClaimed(String username) {
        return count("SELECT COUNT(*) FROM accounts WHERE username = ? AND claimed_until > UTC_TIMESTAMP(3)", username)
                > 0;
    }

    boolean hasClaim(String username) {
        return count("SELECT COUNT(*) FROM accounts WHERE username = ? AND claimed_until IS NOT NULL", username) > 0;
    }

    int devicesOf(String username) {
        return count(
                "SELECT COUNT(*) FROM devices d JOIN accounts a ON a.id = d.account_id WHERE a.username = ?", username);
    }

    private int count(String sql, String username) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, username);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private void update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
