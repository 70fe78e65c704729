package chat.natter.auth.userlist;

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

/** The users on each account's lists. */
@Singleton
public class UserListStore {
    public List<UserId> list(Connection connection, UserList list, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(list.select())) {
            statement.setString(1, user.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<UserId> users = new ArrayList<>();
                while (rows.next()) {
                    users.add(new UserId(rows.getString(1)));
                }
                return users;
            }
        }
    }

    public void insert(Connection connection, UserList list, UserId user, UserId other, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(list.insert())) {
            statement.setString(1, user.value());
            statement.setString(2, other.value());
            statement.setObject(3, SqlTime.of(now));
            statement.executeUpdate();
        }
    }

    public boolean delete(Connection connection, UserList list, UserId user, UserId other) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(list.delete())) {
            statement.setString(1, user.value());
            statement.setString(2, other.value());
            return statement.executeUpdate() == 1;
        }
    }
}
