package chat.natter.auth.identity;

import java.util.function.Function;
import java.util.function.Supplier;

/** What came of asking Keycloak for a new identity. */
public sealed interface CreateResult {
    record Created(String identityId) implements CreateResult {}

    record NameTaken() implements CreateResult {}

    /** The realm's own password policy said no. */
    record PasswordRefused() implements CreateResult {}

    default <R> R fold(Function<String, R> created, Supplier<R> nameTaken, Supplier<R> passwordRefused) {
        if (this instanceof Created it) {
            return created.apply(it.identityId());
        }
        return this instanceof NameTaken ? nameTaken.get() : passwordRefused.get();
    }
}
