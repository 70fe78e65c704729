package chat.natter.auth.identity;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Users that Keycloak is to forget. Written with the change that makes them useless, worked off soon after. */
@Singleton
public class IdentitiesToRemove {
    public void add(Connection connection, String identityId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT IGNORE INTO identities_to_remove (identity_id) VALUES (?)")) {
            statement.setString(1, identityId);
            statement.executeUpdate();
        }
    }

    List<String> find(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT identity_id FROM identities_to_remove LIMIT ?")) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString("identity_id"));
                }
                return found;
            }
        }
    }

    void removed(Connection connection, String identityId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM identities_to_remove WHERE identity_id = ?")) {
            statement.setString(1, identityId);
            statement.executeUpdate();
        }
    }
}
