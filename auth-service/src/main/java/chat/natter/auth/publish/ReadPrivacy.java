package chat.natter.auth.publish;

import chat.natter.contract.UserId;
import chat.natter.contract.record.Privacy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What an account's record says of privacy. */
final class ReadPrivacy {
    private static final String PRIVACY = "SELECT online, last_seen, hide_read_marks FROM privacy WHERE account_id = ?";

    private ReadPrivacy() {}

    static Privacy privacy(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PRIVACY)) {
            statement.setString(1, user.value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Privacy.getDefaultInstance();
                }
                return Privacy.newBuilder()
                        .setOnline(Privacy.Audience.valueOf(row.getString("online")))
                        .setLastSeen(Privacy.Audience.valueOf(row.getString("last_seen")))
                        .setHideReadMarks(row.getBoolean("hide_read_marks"))
                        .build();
            }
        }
    }
}
