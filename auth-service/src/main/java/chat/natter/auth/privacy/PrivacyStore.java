package chat.natter.auth.privacy;

import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What each account shows to whom. */
@Singleton
public class PrivacyStore {
    private static final String FIND = "SELECT online, last_seen, hide_read_marks FROM privacy WHERE account_id = ?";
    private static final String SAVE =
            "REPLACE INTO privacy (account_id, online, last_seen, hide_read_marks) VALUES (?, ?, ?, ?)";

    public Privacy find(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, user.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Privacy(
                                Audience.valueOf(row.getString("online")),
                                Audience.valueOf(row.getString("last_seen")),
                                row.getBoolean("hide_read_marks"))
                        : Privacy.OPEN;
            }
        }
    }

    void save(Connection connection, UserId user, Privacy privacy) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            statement.setString(1, user.value());
            statement.setString(2, privacy.online().name());
            statement.setString(3, privacy.lastSeen().name());
            statement.setBoolean(4, privacy.hideReadMarks());
            statement.executeUpdate();
        }
    }
}
