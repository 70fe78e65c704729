package chat.natter.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
    @Test
    void foldsToLowerCase() {
        assertThat(Username.parse("Alice_B.9")).contains(new Username("alice_b.9"));
    }

    // The last two fold to ASCII letters, which must not make them the same name as another's.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "abcdefghijklmnopqrstuvwxyz0123456",
                "a b c",
                "al-ice",
                "' OR 1=1 --",
                "älice",
                "a\nlice",
                "\u212Aelvin",
                "\u0130stan"
            })
    void refusesWhatNobodyCanBeCalled(String given) {
        assertThat(Username.parse(given)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "abcdefghijklmnopqrstuvwxyz012345", "...", "___"})
    void takesTheShortestAndTheLongest(String given) {
        assertThat(Username.parse(given)).isPresent();
    }
}
