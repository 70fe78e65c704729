package chat.natter.presence.watching;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.GatewayId;
import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.sessions.Presence;
import org.junit.jupiter.api.Test;

final class TellGatewaysTest {
    private static final long THROTTLE = 5_000;
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final Incarnation ONE = new Incarnation(new GatewayId("gateway-1"), 1);
    private static final Incarnation OTHER = new Incarnation(new GatewayId("gateway-2"), 1);
    private static final Presence ONLINE = new Presence(PresenceState.ONLINE, 1_000, 1);
    private static final Presence OFFLINE = new Presence(PresenceState.OFFLINE, 2_000, 0);

    private final TellGateways tell = new TellGateways(THROTTLE);

    @Test
    void tellsEachGatewayOnceHoweverManyWatchThere() {
        // Given
        tell.began(ALICE, ONE);
        tell.began(ALICE, ONE);
        tell.began(ALICE, OTHER);

        // When, Then
        assertThat(tell.changed(ALICE, ONLINE, 0))
                .containsExactlyInAnyOrder(new Tell(ALICE, ONE, ONLINE), new Tell(ALICE, OTHER, ONLINE));
    }

    @Test
    void tellsNobodyOfWhomNobodyWatches() {
        // Given
        tell.began(ALICE, ONE);
        tell.ended(ALICE, ONE);

        // When, Then
        assertThat(tell.changed(ALICE, ONLINE, 0)).isEmpty();
        assertThat(tell.watches()).isZero();
    }

    @Test
    void goesOnTellingAsLongAsOneIsLeft() {
        // Given
        tell.began(ALICE, ONE);
        tell.began(ALICE, ONE);
        tell.ended(ALICE, ONE);

        // When, Then
        assertThat(tell.changed(ALICE, ONLINE, 0)).hasSize(1);
    }

    @Test
    void holdsAFlapBackAndTellsTheLastStateOnly() {
        // Given
        tell.began(ALICE, ONE);
        tell.changed(ALICE, ONLINE, 0);

        // When it flaps
        for (long at = 100; at < 1_000; at += 100) {
            assertThat(tell.changed(ALICE, at % 200 == 0 ? ONLINE : OFFLINE, at))
                    .isEmpty();
        }

        // Then
        assertThat(tell.due(THROTTLE - 1, user -> OFFLINE)).isEmpty();
        assertThat(tell.due(THROTTLE, user -> OFFLINE)).containsExactly(new Tell(ALICE, ONE, OFFLINE));
        assertThat(tell.due(10 * THROTTLE, user -> OFFLINE)).isEmpty();
    }

    @Test
    void saysNothingIfAFlapEndsWhereItBegan() {
        // Given
        tell.began(ALICE, ONE);
        tell.changed(ALICE, ONLINE, 0);
        tell.changed(ALICE, OFFLINE, 100);
        tell.changed(ALICE, ONLINE, 200);

        // When, Then
        assertThat(tell.due(THROTTLE, user -> ONLINE)).isEmpty();
        assertThat(tell.changed(ALICE, OFFLINE, THROTTLE + 1)).hasSize(1);
    }

    @Test
    void tellsTheEndOfAFlapIfSomebodyWasAnsweredInTheMidstOfIt() {
        // Given
        tell.began(ALICE, ONE);
        tell.changed(ALICE, ONLINE, 0);
        tell.changed(ALICE, OFFLINE, 100);

        // When one more begins to watch, and the flap ends where it began
        tell.began(ALICE, ONE);
        tell.answered(ALICE, ONE, OFFLINE);
        tell.changed(ALICE, ONLINE, 200);

        // Then
        assertThat(tell.due(THROTTLE, user -> ONLINE)).containsExactly(new Tell(ALICE, ONE, ONLINE));
        assertThat(tell.due(10 * THROTTLE, user -> ONLINE)).isEmpty();
    }

    @Test
    void tellsAnArrivalIfSomebodyWasAnsweredBeforeTheDepartureWasAnnounced() {
        // Given
        tell.began(ALICE, ONE);
        tell.changed(ALICE, ONLINE, 0);

        // When
        tell.began(ALICE, ONE);
        tell.answered(ALICE, ONE, OFFLINE);

        // Then
        assertThat(tell.changed(ALICE, ONLINE, THROTTLE)).containsExactly(new Tell(ALICE, ONE, ONLINE));
    }

    @Test
    void doesNotRepeatWhatTheAnswerSaidToo() {
        // Given
        tell.began(ALICE, ONE);
        tell.changed(ALICE, ONLINE, 0);

        // When
        tell.began(ALICE, ONE);
        tell.answered(ALICE, ONE, ONLINE);

        // Then
        assertThat(tell.changed(ALICE, ONLINE, 2 * THROTTLE)).isEmpty();
    }

    @Test
    void repeatsNothing() {
        // Given
        tell.began(ALICE, ONE);
        tell.changed(ALICE, ONLINE, 0);

        // When, Then
        assertThat(tell.changed(ALICE, new Presence(PresenceState.ONLINE, 9_000, 2), 20_000))
                .isEmpty();
    }

    @Test
    void tellsEverybodyAgainAfterATakeOver() {
        // Given
        tell.recalled(ALICE, ONE, 0);
        tell.recalled(ALICE, ONE, 0);

        // When, Then
        assertThat(tell.due(THROTTLE, user -> ONLINE)).containsExactly(new Tell(ALICE, ONE, ONLINE));
    }
}
