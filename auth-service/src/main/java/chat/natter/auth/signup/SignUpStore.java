package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.database.SqlTime;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of accounts on their way. Every step names the claim under which it is made: an attempt that was overtaken
 * changes nothing.
 */
@Singleton
class SignUpStore {
    private static final String COLUMNS = "SELECT id, username, status, identity_id, claimed_until FROM accounts";

    private final RecordEvent recordEvent;

    SignUpStore(RecordEvent recordEvent) {
        this.recordEvent = recordEvent;
    }

    /** Returns false if the name is taken. */
    boolean insert(Connection connection, Claim claim, Username username, String displayName, Instant now)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO accounts (id, username, display_name, status, claimed_until,"
                        + " created_at, changed_at) VALUES (?, ?, ?, 'PENDING', ?, ?, ?)")) {
            statement.setString(1, claim.user().value());
            statement.setString(2, username.value());
            statement.setString(3, displayName);
            statement.setObject(4, SqlTime.of(claim.until()));
            statement.setObject(5, SqlTime.of(now));
            statement.setObject(6, SqlTime.of(now));
            statement.executeUpdate();
            return true;
        } catch (SQLIntegrityConstraintViolationException taken) {
            return false;
        }
    }

    Optional<SignUpRow> find(Connection connection, Username username) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + " WHERE username = ?")) {
            statement.setString(1, username.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** Attempts whose claim has run out: those never finished, and those that nobody has come back to for long. */
    List<SignUpRow> findAbandoned(Connection connection, Instant now, Instant createdBefore) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                COLUMNS + " WHERE claimed_until <= ? AND (status = 'PENDING' OR created_at < ?) LIMIT 100")) {
            statement.setObject(1, SqlTime.of(now));
            statement.setObject(2, SqlTime.of(createdBefore));
            try (ResultSet rows = statement.executeQuery()) {
                List<SignUpRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        }
    }

    /** Replaces the claim, if it still holds; without an end there is no claim any more, and the account is done. */
    boolean moveClaim(Connection connection, Claim claim, @Nullable Instant until) throws SQLException {
        return step(
                connection, "UPDATE accounts SET claimed_until = ?", claim, until == null ? null : SqlTime.of(until));
    }

    boolean recordIdentity(Connection connection, Claim claim, String identityId) throws SQLException {
        return step(connection, "UPDATE accounts SET identity_id = ?", claim, identityId);
    }

    /** From here on the account is in use, and its first version is owed to {@code chat.accounts}. */
    boolean activate(Connection connection, Claim claim, String identityId, Instant now) throws SQLException {
        boolean activated = step(
                connection,
                "UPDATE accounts SET status = 'ACTIVE', version = 1, identity_id = ?, changed_at = ?",
                claim,
                identityId,
                SqlTime.of(now));
        if (activated) {
            recordEvent.record(connection, claim.user(), SecurityEvent.ACCOUNT_CREATED);
        }
        return activated;
    }

    boolean deletePending(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM accounts WHERE id = ? AND claimed_until = ? AND status = 'PENDING'")) {
            statement.setString(1, claim.user().value());
            statement.setObject(2, SqlTime.of(claim.until()));
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean step(Connection connection, String update, Claim claim, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(update + " WHERE id = ? AND claimed_until = ?")) {
            int index = 1;
            for (@Nullable Object value : values) {
                statement.setObject(index++, value);
            }
            statement.setString(index++, claim.user().value());
            statement.setObject(index, SqlTime.of(claim.until()));
            return statement.executeUpdate() == 1;
        }
    }

    private static SignUpRow read(ResultSet row) throws SQLException {
        return new SignUpRow(
                new UserId(row.getString("id")),
                new Username(row.getString("username")),
                row.getString("status").equals("ACTIVE"),
                row.getString("identity_id"),
                SqlTime.read(row, "claimed_until").orElse(null));
    }
}
