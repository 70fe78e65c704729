package chat.natter.auth.method;

import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.contact.Contact;
import chat.natter.auth.id.NewIds;
import chat.natter.auth.identity.OutsideIdentity;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;

/** Adds a proven way to sign in to an account, in the caller's transaction. Throws {@link Taken} if it is another's. */
@Singleton
class AddMethod {
    private final MethodStore methods;
    private final RecordEvent recordEvent;
    private final NewIds ids;
    private final Clock clock;

    AddMethod(MethodStore methods, RecordEvent recordEvent, NewIds ids, Clock clock) {
        this.methods = methods;
        this.recordEvent = recordEvent;
        this.ids = ids;
        this.clock = clock;
    }

    SignInMethod of(Contact contact) {
        return new SignInMethod(ids.method(), contact.kind().name(), contact.address(), null, clock.instant());
    }

    SignInMethod of(OutsideIdentity identity) {
        return new SignInMethod(
                ids.method(), SignInMethod.OIDC, identity.identityId(), identity.provider(), clock.instant());
    }

    void insert(Connection connection, UserId user, SignInMethod method) throws SQLException {
        try {
            methods.insert(connection, user, method);
        } catch (SQLIntegrityConstraintViolationException taken) {
            throw new Taken("That is a way to sign in to another account already.");
        }
    }

    /** To an account that stands already: its devices are told. */
    void insertAndTell(Connection connection, UserId user, SignInMethod method) throws SQLException {
        insert(connection, user, method);
        recordEvent.record(connection, user, SecurityEvent.SIGN_IN_METHOD_ADDED);
    }
}
