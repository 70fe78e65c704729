package chat.natter.auth.method;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.database.Database;
import chat.natter.auth.identity.OutsideIdentity;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whose number, address or identity it is. */
@Singleton
public class FindAccount {
    private final Database database;
    private final MethodStore methods;

    FindAccount(Database database, MethodStore methods) {
        this.database = database;
        this.methods = methods;
    }

    public Optional<UserId> of(Contact contact) {
        return database.query(
                connection -> methods.findAccount(connection, contact.kind().name(), contact.address()));
    }

    /** Also the one that signs in by password, if the user came by Keycloak's own form. */
    public Optional<UserId> of(OutsideIdentity identity) {
        return database.query(connection -> {
            Optional<UserId> linked = methods.findAccount(connection, SignInMethod.OIDC, identity.identityId());
            return linked.isPresent() ? linked : methods.findByIdentity(connection, identity.identityId());
        });
    }
}
