package chat.natter.auth.verification;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.auth.verification.Challenge.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ChallengeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void tellsRightFromWrong() {
        assertThat(challenge(0, 1, false).judge("aa", 5, NOW)).isEqualTo(Verdict.RIGHT);
        assertThat(challenge(4, 1, false).judge("ab", 5, NOW)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void isGoneAfterItsTimeItsTriesOrItsUse() {
        assertThat(challenge(0, 0, false).judge("aa", 5, NOW)).isEqualTo(Verdict.GONE);
        assertThat(challenge(5, 1, false).judge("aa", 5, NOW)).isEqualTo(Verdict.GONE);
        assertThat(challenge(0, 1, true).judge("aa", 5, NOW)).isEqualTo(Verdict.GONE);
    }

    private static Challenge challenge(int attempts, int secondsLeft, boolean proven) {
        return new Challenge("aa", attempts, NOW.plusSeconds(secondsLeft), proven);
    }
}
