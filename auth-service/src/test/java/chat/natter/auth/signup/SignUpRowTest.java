package chat.natter.auth.signup;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.auth.account.Username;
import chat.natter.auth.signup.SignUpRow.Next;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignUpRowTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void refusesANameThatHasItsOwner() {
        assertThat(row(true, null).next(NOW)).isEqualTo(Next.REFUSE);
    }

    @Test
    void refusesANameWhileAnAttemptWorksOnIt() {
        assertThat(row(false, NOW.plusMillis(1)).next(NOW)).isEqualTo(Next.REFUSE);
        assertThat(row(true, NOW.plusMillis(1)).next(NOW)).isEqualTo(Next.REFUSE);
    }

    @Test
    void removesWhatABrokenAttemptHasLeft() {
        assertThat(row(false, NOW).next(NOW)).isEqualTo(Next.REMOVE);
    }

    @Test
    void letsTheOwnerComeBackWhoWasToldOfAnOutage() {
        assertThat(row(true, NOW.minusSeconds(60)).next(NOW)).isEqualTo(Next.CONFIRM);
    }

    private static SignUpRow row(boolean active, @Nullable Instant claimedUntil) {
        UserId user = new UserId(Ulid.next(NOW, new Random(1)));
        return new SignUpRow(user, new Username("alice"), active, null, claimedUntil);
    }
}
