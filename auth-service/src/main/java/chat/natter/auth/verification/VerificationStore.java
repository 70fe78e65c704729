package chat.natter.auth.verification;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.database.SqlTime;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes that were sent, and the proofs that they became. */
@Singleton
class VerificationStore {
    private static final String INSERT = "INSERT INTO verifications (id, kind, address, code_mac, created_at,"
            + " expires_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String LOCK =
            "SELECT code_mac, attempts, expires_at, proof_hash FROM verifications" + " WHERE id = ? FOR UPDATE";
    private static final String COUNT = "UPDATE verifications SET attempts = attempts + 1 WHERE id = ?";
    private static final String PROVE =
            "UPDATE verifications SET proof_hash = ?, proof_expires_at = ? WHERE id = ? AND proof_hash IS NULL";
    private static final String FIND_PROOF = "SELECT kind, address, account_id FROM verifications"
            + " WHERE proof_hash = ? AND proof_expires_at > ? AND used_at IS NULL";
    private static final String CLAIM =
            "UPDATE verifications SET used_at = ? WHERE proof_hash = ? AND proof_expires_at > ? AND used_at IS NULL";
    private static final String RELEASE = "UPDATE verifications SET used_at = NULL WHERE proof_hash = ?";
    private static final String MADE = "UPDATE verifications SET account_id = ? WHERE proof_hash = ?";

    void insert(Connection connection, String id, Contact to, String codeMac, Instant now, Instant expiresAt)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, id);
            statement.setString(2, to.kind().name());
            statement.setString(3, to.address());
            statement.setBytes(4, HexFormat.of().parseHex(codeMac));
            statement.setObject(5, SqlTime.of(now));
            statement.setObject(6, SqlTime.of(expiresAt));
            statement.executeUpdate();
        }
    }

    Optional<Challenge> lock(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Challenge(
                                HexFormat.of().formatHex(row.getBytes("code_mac")),
                                row.getInt("attempts"),
                                SqlTime.require(row, "expires_at"),
                                row.getBytes("proof_hash") != null))
                        : Optional.empty();
            }
        }
    }

    void countAttempt(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    void prove(Connection connection, String id, ProofToken proof, Instant expiresAt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PROVE)) {
            statement.setBytes(1, proof.hash());
            statement.setObject(2, SqlTime.of(expiresAt));
            statement.setString(3, id);
            statement.executeUpdate();
        }
    }

    Optional<Proof> find(Connection connection, ProofToken proof, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND_PROOF)) {
            statement.setBytes(1, proof.hash());
            statement.setObject(2, SqlTime.of(now));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    boolean claim(Connection connection, ProofToken proof, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, SqlTime.of(now));
            statement.setBytes(2, proof.hash());
            statement.setObject(3, SqlTime.of(now));
            return statement.executeUpdate() == 1;
        }
    }

    void release(Connection connection, ProofToken proof) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setBytes(1, proof.hash());
            statement.executeUpdate();
        }
    }

    void madeAccount(Connection connection, ProofToken proof, UserId account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MADE)) {
            statement.setString(1, account.value());
            statement.setBytes(2, proof.hash());
            statement.executeUpdate();
        }
    }

    private static Proof read(ResultSet row) throws SQLException {
        @Nullable String account = row.getString("account_id");
        return new Proof(
                new Contact(Contact.Kind.valueOf(row.getString("kind")), row.getString("address")),
                account == null ? null : new UserId(account));
    }
}
