package chat.natter.auth.method;

import chat.natter.auth.database.SqlTime;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways to sign in. The unique key of kind and address lets each be of one account only. */
@Singleton
public class MethodStore {
    private static final String INSERT = "INSERT INTO sign_in_methods (id, account_id, kind, address, provider,"
            + " lookup_hash, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String LIST =
            "SELECT id, kind, address, provider, added_at FROM sign_in_methods" + " WHERE account_id = ? ORDER BY id";
    private static final String FIND = "SELECT m.account_id FROM sign_in_methods m JOIN accounts a"
            + " ON a.id = m.account_id WHERE m.kind = ? AND m.address = ? AND a.status = 'ACTIVE'";
    private static final String BY_IDENTITY =
            "SELECT id AS account_id FROM accounts WHERE identity_id = ? AND status = 'ACTIVE'";

    private final HashAddress hashAddress;

    MethodStore(HashAddress hashAddress) {
        this.hashAddress = hashAddress;
    }

    /** Throws {@code SQLIntegrityConstraintViolationException} if it is another's. */
    void insert(Connection connection, UserId user, SignInMethod method) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, method.id());
            statement.setString(2, user.value());
            statement.setString(3, method.kind());
            statement.setString(4, method.address());
            statement.setString(5, method.provider());
            statement.setBytes(6, hashAddress.of(connection, method).orElse(null));
            statement.setObject(7, SqlTime.of(method.addedAt()));
            statement.executeUpdate();
        }
    }

    public List<SignInMethod> list(Connection connection, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setString(1, user.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<SignInMethod> methods = new ArrayList<>();
                while (rows.next()) {
                    methods.add(new SignInMethod(
                            rows.getString("id"),
                            rows.getString("kind"),
                            rows.getString("address"),
                            rows.getString("provider"),
                            SqlTime.require(rows, "added_at")));
                }
                return methods;
            }
        }
    }

    Optional<UserId> findAccount(Connection connection, String kind, String address) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, kind);
            statement.setString(2, address);
            return account(statement);
        }
    }

    /** The account whose password is kept by that user of Keycloak. */
    Optional<UserId> findByIdentity(Connection connection, String identityId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_IDENTITY)) {
            statement.setString(1, identityId);
            return account(statement);
        }
    }

    void delete(Connection connection, UserId user, String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM sign_in_methods WHERE id = ? AND account_id = ?")) {
            statement.setString(1, id);
            statement.setString(2, user.value());
            statement.executeUpdate();
        }
    }

    private static Optional<UserId> account(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(new UserId(row.getString("account_id"))) : Optional.empty();
        }
    }
}
