package chat.natter.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.auth.id.DeviceSessionId;
import chat.natter.auth.session.IssuedToken.Verdict;
import chat.natter.auth.token.AccessToken;
import chat.natter.contract.DeviceId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IssuedTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void rotatesATokenThatIsFreshAndUnused() {
        assertThat(token(NOW.plusMillis(1), false).judge(NOW)).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void refusesAnExpiredToken() {
        assertThat(token(NOW, false).judge(NOW)).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void recognisesACopyEvenWhenItHasExpired() {
        assertThat(token(NOW.plusSeconds(60), true).judge(NOW)).isEqualTo(Verdict.REUSED);
        assertThat(token(NOW.minusSeconds(60), true).judge(NOW)).isEqualTo(Verdict.REUSED);
    }

    private static IssuedToken token(Instant expiresAt, boolean used) {
        Random random = new Random(1);
        AccessToken grants = new AccessToken(
                new UserId(Ulid.next(NOW, random)),
                new DeviceId(Ulid.next(NOW, random)),
                new DeviceSessionId(Ulid.next(NOW, random)));
        return new IssuedToken(grants, expiresAt, used);
    }
}
