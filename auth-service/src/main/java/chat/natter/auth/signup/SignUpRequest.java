package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.auth.account.VisibleText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;

/** The body of {@code POST /v1/accounts}. No field is null once it has been validated. */
record SignUpRequest(
        @NotNull @Pattern(regexp = Username.RULE, message = "must be 3 to 32 letters a-z, digits, underscores or dots")
        String username,

        @NotNull String password,
        @NotNull @VisibleText(max = 64) String displayName) {

    Username name() {
        return new Username(username);
    }

    String strippedDisplayName() {
        return displayName.strip();
    }

    @Override
    public String toString() {
        return "SignUpRequest[" + Objects.toString(username) + "]";
    }
}
