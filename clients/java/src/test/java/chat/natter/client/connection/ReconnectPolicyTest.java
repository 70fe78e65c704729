package chat.natter.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.CloseCode;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconnectPolicyTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofMillis(1_000));

    private long nanos;
    private final ReconnectPolicy policy = new ReconnectPolicy(BACKOFF, new Random(1), () -> nanos);

    @Test
    void waitsLongerWithEachFailureUpToABound() {
        for (int bound : new int[] {100, 200, 400, 800, 1_000, 1_000}) {
            // When
            Duration delay = delayAfter(new Ending.Broken("gateway not reachable"));

            // Then
            assertThat(delay.toMillis()).isBetween(bound / 2L, (long) bound);
        }
    }

    @Test
    void startsOverOnceItIsWelcomed() {
        // Given
        for (int i = 0; i < 5; i++) {
            delayAfter(new Ending.Broken("gateway not reachable"));
        }

        // When
        policy.welcomed();

        // Then
        assertThat(delayAfter(new Ending.Broken("gateway not reachable"))).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void dropsATicketThatIsRefused() {
        // When
        NextStep step = policy.after(closed(CloseCode.UNAUTHENTICATED), true);

        // Then
        assertThat(step).isEqualTo(new NextStep.ComeBack(Duration.ZERO, false));
    }

    @Test
    void givesUpOnTheSecondRefusedToken() {
        // When
        NextStep first = policy.after(closed(CloseCode.UNAUTHENTICATED), false);
        NextStep second = policy.after(closed(CloseCode.UNAUTHENTICATED), false);

        // Then
        assertThat(first).isEqualTo(new NextStep.ComeBack(Duration.ZERO, false));
        assertThat(second).isEqualTo(new NextStep.GiveUp(CloseCode.UNAUTHENTICATED));
    }

    @ParameterizedTest
    @EnumSource(CloseCode.class)
    void doesAsTheCloseCodeSays(CloseCode code) {
        // When
        NextStep step = policy.after(closed(code), true);

        // Then
        boolean comesBack = code.mayReconnect() || code == CloseCode.UNAUTHENTICATED;
        assertThat(step).isInstanceOf(comesBack ? NextStep.ComeBack.class : NextStep.GiveUp.class);
    }

    @Test
    void comesBackAfterACodeThatItDoesNotKnow() {
        // When
        NextStep step = policy.after(new Ending.Closed(1006), true);

        // Then
        assertThat(step).isInstanceOf(NextStep.ComeBack.class);
    }

    @Test
    void spreadsItsReturnAsADrainingGatewayAsks() {
        // When
        Duration delay = delayAfter(new Ending.GoneAway(2_000, 500));

        // Then
        assertThat(delay).isBetween(Duration.ofMillis(2_000), Duration.ofMillis(2_499));
    }

    @Test
    void comesBackOnceIfAnEarlierAttemptOfItsOwnHasReplacedIt() {
        // Given
        policy.after(new Ending.Broken("no welcome in time"), true);
        policy.welcomed();

        // When
        NextStep first = policy.after(closed(CloseCode.REPLACED), true);
        policy.welcomed();
        NextStep second = policy.after(closed(CloseCode.REPLACED), true);

        // Then
        assertThat(first).isInstanceOf(NextStep.ComeBack.class);
        assertThat(second).isEqualTo(new NextStep.GiveUp(CloseCode.REPLACED));
    }

    @Test
    void staysAwayIfItsOwnAttemptsWereLongAgo() {
        // Given
        policy.after(new Ending.Broken("no welcome in time"), true);
        policy.welcomed();
        nanos += Duration.ofMinutes(1).toNanos();

        // When
        NextStep step = policy.after(closed(CloseCode.REPLACED), true);

        // Then
        assertThat(step).isEqualTo(new NextStep.GiveUp(CloseCode.REPLACED));
    }

    @Test
    void staysAwayIfTheConnectionThatBrokeHadBeenWelcomed() {
        // Given
        policy.welcomed();
        policy.after(new Ending.Broken("no sign of life"), true);
        policy.welcomed();

        // When
        NextStep step = policy.after(closed(CloseCode.REPLACED), true);

        // Then
        assertThat(step).isEqualTo(new NextStep.GiveUp(CloseCode.REPLACED));
    }

    private Duration delayAfter(Ending ending) {
        NextStep step = policy.after(ending, true);
        assertThat(step).isInstanceOf(NextStep.ComeBack.class);
        return ((NextStep.ComeBack) step).delay();
    }

    private static Ending closed(CloseCode code) {
        return new Ending.Closed(code.code());
    }
}
