package chat.natter.auth.publish;

import chat.natter.auth.database.SqlTime;
import chat.natter.auth.userlist.UserList;
import chat.natter.auth.userlist.UserListStore;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of an account is public, read and marked as published under a lock on its row. */
@Singleton
class SnapshotStore {
    private static final String LOCK = "SELECT username, display_name, about, avatar, status, version,"
            + " published_version, changed_at FROM accounts WHERE id = ? AND status <> 'PENDING' FOR UPDATE";
    private static final String DEVICES =
            "SELECT d.id, d.name, d.platform, d.added_at, d.sign_in, s.id IS NULL AS signed_out FROM devices d"
                    + " LEFT JOIN device_sessions s ON s.id = d.sign_in WHERE d.account_id = ? ORDER BY d.id";
    private static final String MARK = "UPDATE accounts SET published_version = ? WHERE id = ?";
    /** The generated column stays small in its index: hardly any account is behind. */
    private static final String BEHIND = "SELECT id FROM accounts WHERE unpublished = 1 ORDER BY id LIMIT ?";

    private final UserListStore lists;

    SnapshotStore(UserListStore lists) {
        this.lists = lists;
    }

    Optional<Snapshot> lock(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, user.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(connection, user, row)) : Optional.empty();
            }
        }
    }

    void markPublished(Connection connection, UserId user, long version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setLong(1, version);
            statement.setString(2, user.value());
            statement.executeUpdate();
        }
    }

    List<UserId> findBehind(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEHIND)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<UserId> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new UserId(rows.getString("id")));
                }
                return found;
            }
        }
    }

    private Snapshot read(Connection connection, UserId user, ResultSet row) throws SQLException {
        Account account = Account.newBuilder()
                .setUser(user.value())
                .setVersion(row.getLong("version"))
                .setStatus(Account.Status.valueOf(row.getString("status")))
                .setUsername(orEmpty(row.getString("username")))
                .setDisplayName(row.getString("display_name"))
                .setAbout(row.getString("about"))
                .setAvatar(orEmpty(row.getString("avatar")))
                .addAllDevices(devices(connection, user))
                .setPrivacy(ReadPrivacy.privacy(connection, user))
                .addAllContacts(list(connection, UserList.CONTACTS, user))
                .addAllBlocked(list(connection, UserList.BLOCKED, user))
                .setAt(SqlTime.require(row, "changed_at").toEpochMilli())
                .build();
        return new Snapshot(account, row.getLong("published_version"));
    }

    private List<String> list(Connection connection, UserList list, UserId user) throws SQLException {
        return lists.list(connection, list, user).stream().map(UserId::value).toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<AccountDevice> devices(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DEVICES)) {
            statement.setString(1, user.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<AccountDevice> devices = new ArrayList<>();
                while (rows.next()) {
                    devices.add(AccountDevice.newBuilder()
                            .setDevice(rows.getString("id"))
                            .setName(rows.getString("name"))
                            .setPlatform(rows.getString("platform"))
                            .setAddedAt(SqlTime.require(rows, "added_at").toEpochMilli())
                            .setSignIn(orEmpty(rows.getString("sign_in")))
                            .setSignedOut(rows.getBoolean("signed_out"))
                            .build());
                }
                return devices;
            }
        }
    }
}
