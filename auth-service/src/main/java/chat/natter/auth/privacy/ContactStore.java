package chat.natter.auth.privacy;

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

/** Whom each account counts among its contacts. */
@Singleton
class ContactStore {
    private static final String LIST = "SELECT contact_id FROM contacts WHERE account_id = ? ORDER BY contact_id";
    private static final String INSERT = "INSERT INTO contacts (account_id, contact_id, added_at) VALUES (?, ?, ?)";
    private static final String DELETE = "DELETE FROM contacts WHERE account_id = ? AND contact_id = ?";

    List<UserId> list(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setString(1, user.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<UserId> contacts = new ArrayList<>();
                while (rows.next()) {
                    contacts.add(new UserId(rows.getString("contact_id")));
                }
                return contacts;
            }
        }
    }

    void insert(Connection connection, UserId user, UserId contact, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, user.value());
            statement.setString(2, contact.value());
            statement.setObject(3, SqlTime.of(now));
            statement.executeUpdate();
        }
    }

    boolean delete(Connection connection, UserId user, UserId contact) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setString(1, user.value());
            statement.setString(2, contact.value());
            return statement.executeUpdate() == 1;
        }
    }
}
