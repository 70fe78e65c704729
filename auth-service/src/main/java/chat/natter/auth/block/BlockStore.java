package chat.natter.auth.block;

import chat.natter.auth.database.SqlTime;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who has blocked whom. */
@Singleton
public class BlockStore {
    public List<UserId> list(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT blocked_id FROM blocks WHERE account_id = ? ORDER BY blocked_id")) {
            statement.setString(1, user.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<UserId> blocked = new ArrayList<>();
                while (rows.next()) {
                    blocked.add(new UserId(rows.getString("blocked_id")));
                }
                return blocked;
            }
        }
    }

    void insert(Connection connection, UserId user, UserId blocked, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO blocks (account_id, blocked_id, added_at) VALUES (?, ?, ?)")) {
            statement.setString(1, user.value());
            statement.setString(2, blocked.value());
            statement.setObject(3, SqlTime.of(now));
            statement.executeUpdate();
        }
    }

    boolean delete(Connection connection, UserId user, UserId blocked) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM blocks WHERE account_id = ? AND blocked_id = ?")) {
            statement.setString(1, user.value());
            statement.setString(2, blocked.value());
            return statement.executeUpdate() == 1;
        }
    }
}
