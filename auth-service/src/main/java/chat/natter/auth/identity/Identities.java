package chat.natter.auth.identity;

import chat.natter.auth.account.Username;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The identities of the realm. All calls block, and throw {@code Unavailable} if Keycloak does not answer. */
@Singleton
public class Identities {
    private final KeycloakUsers users;
    private final ServiceAccount serviceAccount;
    private final String realm;

    Identities(@RestClient KeycloakUsers users, ServiceAccount serviceAccount, KeycloakConfig config) {
        this.users = users;
        this.serviceAccount = serviceAccount;
        this.realm = config.realm();
    }

    /** Makes an identity that cannot sign in until it is {@linkplain #enable enabled}. */
    public CreateResult createDisabled(Username username, String password) {
        UserBody body = UserBody.disabledWith(username.value(), password);
        try (Response response = serviceAccount.call(bearer -> users.create(bearer, realm, body))) {
            return switch (response.getStatus()) {
                case 201 -> new CreateResult.Created(lastSegment(response.getLocation()));
                case 409 -> new CreateResult.NameTaken();
                case 400 -> new CreateResult.PasswordRefused();
                default -> throw CallKeycloak.unexpected(response);
            };
        }
    }

    public Optional<Identity> find(Username username) {
        try (Response response = serviceAccount.call(bearer -> users.find(bearer, realm, username.value(), true))) {
            if (response.getStatus() != 200) {
                throw CallKeycloak.unexpected(response);
            }
            return response.readEntity(new GenericType<List<UserBody>>() {}).stream()
                    .findFirst()
                    .map(user -> new Identity(Objects.requireNonNull(user.id()), user.enabled()));
        }
    }

    /** Returns whether there is such an identity. */
    public boolean enable(String identityId) {
        try (Response response =
                serviceAccount.call(bearer -> users.update(bearer, realm, identityId, UserBody.enabling()))) {
            return foundIn(response);
        }
    }

    /** Gives an identity another password; false if the realm's own password policy says no. */
    public boolean setPassword(String identityId, String password) {
        try (Response response = serviceAccount.call(
                bearer -> users.resetPassword(bearer, realm, identityId, UserBody.password(password)))) {
            return switch (response.getStatus()) {
                case 204 -> true;
                case 400 -> false;
                default -> throw CallKeycloak.unexpected(response);
            };
        }
    }

    /** Does nothing if there is none. */
    public void remove(String identityId) {
        try (Response response = serviceAccount.call(bearer -> users.delete(bearer, realm, identityId))) {
            foundIn(response);
        }
    }

    private static boolean foundIn(Response response) {
        return switch (response.getStatus()) {
            case 204 -> true;
            case 404 -> false;
            default -> throw CallKeycloak.unexpected(response);
        };
    }

    private static String lastSegment(URI location) {
        String path = location.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
