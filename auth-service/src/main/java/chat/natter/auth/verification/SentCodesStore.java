package chat.natter.auth.verification;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.database.SqlTime;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** How many codes each number and mailbox was sent. In the database, so that all instances count together. */
@Singleton
class SentCodesStore {
    private static final String MAKE =
            "INSERT IGNORE INTO verification_targets (kind, address, window_start, sent)" + " VALUES (?, ?, ?, 0)";
    private static final String LOCK = "SELECT window_start, sent, last_sent_at FROM verification_targets"
            + " WHERE kind = ? AND address = ? FOR UPDATE";
    private static final String SAVE = "UPDATE verification_targets SET window_start = ?, sent = ?, last_sent_at = ?"
            + " WHERE kind = ? AND address = ?";

    /** Holds the count until the transaction ends. */
    SentCodes lock(Connection connection, Contact to, Instant now) throws SQLException {
        try (PreparedStatement make = connection.prepareStatement(MAKE)) {
            make.setString(1, to.kind().name());
            make.setString(2, to.address());
            make.setObject(3, SqlTime.of(now));
            make.executeUpdate();
        }
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, to.kind().name());
            lock.setString(2, to.address());
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return new SentCodes(
                        SqlTime.require(row, "window_start"),
                        row.getInt("sent"),
                        SqlTime.read(row, "last_sent_at").orElse(null));
            }
        }
    }

    void save(Connection connection, Contact to, SentCodes counted) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Instant last = counted.lastSentAt();
            save.setObject(1, SqlTime.of(counted.windowStart()));
            save.setInt(2, counted.sent());
            save.setObject(3, last == null ? null : SqlTime.of(last));
            save.setString(4, to.kind().name());
            save.setString(5, to.address());
            save.executeUpdate();
        }
    }
}
