package chat.natter.auth.password;

import chat.natter.auth.account.Username;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/**
 * Length counts, composition does not (NIST SP 800-63B): long enough, not the user name, more than one or two different
 * characters, and only characters that arrive at Keycloak as they were typed.
 */
@Singleton
public class PasswordPolicy {
    static final int MAX_LENGTH = 128;
    private static final int MIN_DISTINCT = 3;

    private final int minLength;

    @Inject
    PasswordPolicy(PasswordConfig config) {
        this(config.minLength());
    }

    PasswordPolicy(int minLength) {
        this.minLength = minLength;
    }

    /** Why the password will not do, or empty. */
    public Optional<String> refusal(Username username, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < minLength || length > MAX_LENGTH) {
            return Optional.of("must have %d to %d characters".formatted(minLength, MAX_LENGTH));
        }
        if (password.codePoints().anyMatch(PasswordPolicy::isUntypable)) {
            return Optional.of("must not contain control characters");
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.value())) {
            return Optional.of("must not contain the user name");
        }
        if (password.codePoints().distinct().count() < MIN_DISTINCT) {
            return Optional.of("must not repeat the same characters only");
        }
        return Optional.empty();
    }

    private static boolean isUntypable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
