package chat.natter.auth.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LinkTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");

    @Test
    void opensASessionOnceForWhoHasTheSecret() {
        assertThat(link(ALICE, 1, false).refusal("hash", NOW)).isEmpty();
        assertThat(link(null, 1, false).refusal("hash", NOW)).contains(Problem.LINK_PENDING);
        assertThat(link(ALICE, 1, false).refusal("other", NOW)).contains(Problem.GONE);
        assertThat(link(ALICE, 1, true).refusal("hash", NOW)).contains(Problem.GONE);
        assertThat(link(ALICE, 0, false).refusal("hash", NOW)).contains(Problem.GONE);
    }

    @Test
    void isApprovedOnce() {
        assertThat(link(null, 1, false).isOpen(NOW)).isTrue();
        assertThat(link(ALICE, 1, false).isOpen(NOW)).isFalse();
        assertThat(link(null, 0, false).isOpen(NOW)).isFalse();
    }

    private static Link link(@Nullable UserId account, int secondsLeft, boolean used) {
        return new Link("hash", "Laptop", "web", "127.0.0.1", NOW.plusSeconds(secondsLeft), account, used);
    }
}
