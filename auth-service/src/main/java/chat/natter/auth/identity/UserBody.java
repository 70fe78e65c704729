package chat.natter.auth.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of Keycloak's UserRepresentation that we write and read. What is null is left as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserBody(
        @Nullable String id,
        @Nullable String username,
        boolean enabled,
        @Nullable List<Credential> credentials) {

    record Credential(String type, String value, boolean temporary) {
        /** A record prints its fields; this one must not. */
        @Override
        public String toString() {
            return "Credential[" + type + "]";
        }
    }

    static Credential password(String password) {
        return new Credential("password", password, false);
    }

    static UserBody disabledWith(String username, String password) {
        return new UserBody(null, username, false, List.of(password(password)));
    }

    static UserBody enabling() {
        return new UserBody(null, null, true, null);
    }
}
