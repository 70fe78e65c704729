package chat.natter.auth.verification;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.id.NewIds;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Makes a code and keeps what is needed to recognise it. */
@Singleton
class IssueCode {
    private final VerificationStore store;
    private final MacCode macCode;
    private final NewIds ids;
    private final VerificationConfig config;

    IssueCode(VerificationStore store, MacCode macCode, NewIds ids, VerificationConfig config) {
        this.store = store;
        this.macCode = macCode;
        this.ids = ids;
        this.config = config;
    }

    /** A code that is to be sent. */
    record Issued(String verificationId, String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + verificationId + "]";
        }
    }

    Issued issue(Connection connection, Contact to, Instant now) throws SQLException {
        Issued issued = new Issued(ids.verification(), macCode.next(), now.plus(config.codeLifetime()));
        String codeMac = macCode.of(issued.verificationId(), issued.code());
        store.insert(connection, issued.verificationId(), to, codeMac, now, issued.expiresAt());
        return issued;
    }
}
