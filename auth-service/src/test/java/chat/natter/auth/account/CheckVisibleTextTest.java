package chat.natter.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckVisibleTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"A", "Zoë Müller", "李雷", "👩‍👩‍👧", "علي", "O'Brien; DROP TABLE accounts"})
    void takesNamesOfAllKinds(String name) {
        assertThat(CheckVisibleText.isVisible(name, 64)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B\u200D", "a\nb", "a\u0000", "\u001B[31mred", "\u202Egnp.exe", "\uD83D"})
    void refusesWhatIsNotSeenOrNotWhatItSeems(String name) {
        assertThat(CheckVisibleText.isVisible(name, 64)).isFalse();
    }

    @Test
    void countsCodePointsNotUtf16Units() {
        // Given
        String smileys = "😀".repeat(64);

        // Then
        assertThat(CheckVisibleText.isVisible(smileys, 64)).isTrue();
        assertThat(CheckVisibleText.isVisible(smileys + "x", 64)).isFalse();
    }
}
