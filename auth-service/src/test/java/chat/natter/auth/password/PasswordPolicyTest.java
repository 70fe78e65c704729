package chat.natter.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.auth.account.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final Username ALICE = new Username("alice");

    private final PasswordPolicy policy = new PasswordPolicy(8);

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "pässwörter", "12345678", "🔑🔒🔓🗝🔐🚪🏠🔏"})
    void takesWhatIsLongEnough(String password) {
        assertThat(policy.refusal(ALICE, password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "aaaaaaaa", "abababab", "my-Alice-1", "with\u0000null", "broken \uD83D text"})
    void refusesWhatIsEasyOrDoesNotArriveAsTyped(String password) {
        assertThat(policy.refusal(ALICE, password)).isPresent();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(policy.refusal(ALICE, "abc".repeat(43))).isPresent();
        assertThat(policy.refusal(ALICE, "abcd".repeat(32))).isEmpty();
    }
}
