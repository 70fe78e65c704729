package chat.natter.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForwardAllowanceTest {
    private static final long NOW = 1_700_000_000_000L;

    private final ForwardAllowance allowance = new ForwardAllowance(2, Duration.ofSeconds(10));

    @Test
    void countsConversationsAndNotMessages() {
        // Given
        assertThat(allowance.millisToWait(with(1), NOW)).isZero();
        assertThat(allowance.millisToWait(with(2), NOW)).isZero();

        // Then
        assertThat(allowance.millisToWait(with(1), NOW)).isZero();
        assertThat(allowance.millisToWait(with(2), NOW)).isZero();
        assertThat(allowance.millisToWait(with(3), NOW)).isEqualTo(10_000);
    }

    @Test
    void takesWhoHasWaitedAsLongAsItSaid() {
        // Given
        allowance.millisToWait(with(1), NOW);
        allowance.millisToWait(with(2), NOW + 4_000);

        // When
        int wait = allowance.millisToWait(with(3), NOW + 6_000);

        // Then
        assertThat(wait).isEqualTo(4_000);
        assertThat(allowance.millisToWait(with(3), NOW + 6_000 + wait)).isZero();
        assertThat(allowance.millisToWait(with(4), NOW + 6_000 + wait)).isEqualTo(4_000);
    }

    private static ConversationId with(int user) {
        return ConversationId.direct(OneSession.ALICE, new UserId("01ja000000000000000000001" + user));
    }
}
