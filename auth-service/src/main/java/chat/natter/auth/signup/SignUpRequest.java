package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.auth.account.VisibleText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/accounts}: a proof, or a name with its password, or all of them. */
record SignUpRequest(
        @Size(min = 1, max = 255) @Nullable String proof,

        @Pattern(regexp = Username.RULE, message = "must be 3 to 32 letters a-z, digits, underscores or dots") @Nullable
        String username,

        @Size(max = 1024) @Nullable String password,
        @NotNull @VisibleText(max = 64) String displayName) {

    @Nullable
    Username name() {
        return username == null ? null : new Username(username);
    }

    /** What is missing, if anything is. */
    Optional<String> complaint() {
        if (proof == null && username == null) {
            return Optional.of("username: is missing, and there is no proof");
        }
        if (proof == null && password == null) {
            return Optional.of("password: is missing, and there is no proof");
        }
        return password != null && username == null
                ? Optional.of("username: is missing; a password goes with a name")
                : Optional.empty();
    }

    String strippedDisplayName() {
        return displayName.strip();
    }

    @Override
    public String toString() {
        return "SignUpRequest[" + Objects.toString(username) + "]";
    }
}
