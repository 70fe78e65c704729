package chat.natter.auth.discovery;

import chat.natter.contract.Digests;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The salt of this installation: hashes of numbers that were made for another one, or in advance, find nobody here. It
 * is no secret, and it never changes, since stored hashes depend on it.
 */
@Singleton
public class Salt {
    private static final int BYTES = 16;

    private final RandomGenerator random;
    private volatile byte @Nullable [] known;

    Salt(RandomGenerator random) {
        this.random = random;
    }

    byte[] get(Connection connection) throws SQLException {
        byte[] salt = known;
        if (salt == null) {
            salt = findOrMake(connection);
            known = salt;
        }
        return salt;
    }

    /** SHA-256 of the salt and the number in E.164. */
    public byte[] hash(Connection connection, String e164) throws SQLException {
        MessageDigest digest = Digests.sha256();
        digest.update(get(connection));
        return digest.digest(e164.getBytes(StandardCharsets.UTF_8));
    }

    /** The first instance that needs it makes it; whoever comes second takes that one. */
    private byte[] findOrMake(Connection connection) throws SQLException {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        try (PreparedStatement make =
                connection.prepareStatement("INSERT IGNORE INTO discovery_salt (id, salt) VALUES (1, ?)")) {
            make.setBytes(1, fresh);
            make.executeUpdate();
        }
        try (PreparedStatement find = connection.prepareStatement("SELECT salt FROM discovery_salt WHERE id = 1");
                ResultSet row = find.executeQuery()) {
            row.next();
            return row.getBytes("salt");
        }
    }
}
