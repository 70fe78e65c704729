package chat.natter.auth.method;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.discovery.Salt;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The form in which others look a number up; nothing but numbers has one. */
@Singleton
class HashAddress {
    private final Salt salt;

    HashAddress(Salt salt) {
        this.salt = salt;
    }

    Optional<byte[]> of(Connection connection, SignInMethod method) throws SQLException {
        return method.kind().equals(Contact.Kind.PHONE.name())
                ? Optional.of(salt.hash(connection, method.address()))
                : Optional.empty();
    }
}
