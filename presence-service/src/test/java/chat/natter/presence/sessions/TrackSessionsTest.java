package chat.natter.presence.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.DeviceId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.PresenceState;
import chat.natter.contract.SessionId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.presence.gateways.GatewayVerdict;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.sessions.SessionChange.Closed;
import chat.natter.presence.sessions.SessionChange.Opened;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TrackSessionsTest {
    private static final long GRACE = 10_000;
    private static final Incarnation GATEWAY = new Incarnation(new GatewayId("gateway-1"), 5);
    private static final Random RANDOM = new Random(1);

    private final Set<Incarnation> gone = new HashSet<>();
    private final TrackSessions track = new TrackSessions(
            incarnation -> gone.contains(incarnation) ? GatewayVerdict.SUPERSEDED : GatewayVerdict.ALIVE);
    private final OpenSession phone = session(GATEWAY);
    private final OpenSession laptop = session(GATEWAY);

    @Test
    void theFirstSessionIsAnnouncedAtOnce() {
        // When
        Outcome outcome = track.apply(UserSessions.NONE, new Opened(phone), 1_000);

        // Then
        assertThat(outcome.next().presence(1_000, GRACE).isOnline()).isTrue();
        assertThat(outcome.effects()).containsExactly(online(1_000, 1));
    }

    @Test
    void theSecondDeviceCountsToo() {
        // When
        Outcome outcome = track.apply(opened(phone), new Opened(laptop), 2_000);

        // Then
        assertThat(outcome.effects()).containsExactly(online(2_000, 2));
    }

    @Test
    void oneOfTwoSessionsEndsAndTheUserStays() {
        // Given
        UserSessions both = opened(phone, laptop);

        // When
        Outcome outcome = track.apply(both, new Closed(phone.session()), 3_000);

        // Then
        assertThat(outcome.effects()).containsExactly(online(3_000, 1));
        assertThat(outcome.next().hasUnsettledDeparture()).isFalse();
    }

    @Test
    void theLastClosingIsNotAnnouncedDuringItsGrace() {
        // When
        Outcome outcome = track.apply(opened(phone), new Closed(phone.session()), 3_000);

        // Then
        assertThat(outcome.effects()).isEmpty();
        assertThat(outcome.next().presence(3_000 + GRACE - 1, GRACE).isOnline()).isTrue();
        assertThat(outcome.next().presence(3_000 + GRACE, GRACE).isOnline()).isFalse();
        assertThat(outcome.next().hasUnsettledDeparture()).isTrue();
        assertThat(outcome.next().lastSeen()).isEqualTo(3_000);
    }

    @Test
    void aSettledDepartureIsOver() {
        // When
        UserSessions settled = closed(opened(phone), phone).settle();

        // Then
        assertThat(settled.hasUnsettledDeparture()).isFalse();
        assertThat(settled.presence(0, GRACE).isOnline()).isFalse();
        assertThat(settled.lastSeen()).isPositive();
    }

    @Test
    void aRepeatedOpeningChangesNothingAndIsAnnouncedAgain() {
        // Given
        UserSessions open = opened(phone);

        // When
        Outcome outcome = track.apply(open, new Opened(phone), 9_000);

        // Then
        assertThat(outcome.next()).isEqualTo(open);
        assertThat(outcome.effects()).containsExactly(online(open.lastSeen(), 1));
    }

    @Test
    void aReplayedPastEndsWhereItWas() {
        // Given a state that is ahead of the records
        UserSessions ahead = closed(opened(phone, laptop), phone);

        // When all of them come again
        UserSessions state = ahead;
        state = track.apply(state, new Opened(phone), 1_000).next();
        state = track.apply(state, new Opened(laptop), 1_000).next();
        Outcome last = track.apply(state, new Closed(phone.session()), 2_000);

        // Then
        assertThat(last.next()).isEqualTo(ahead);
        assertThat(last.effects()).containsExactly(online(ahead.lastSeen(), 1));
    }

    @Test
    void aReplayedOpeningDoesNotReviveAClosedSession() {
        // Given
        UserSessions left = closed(opened(phone), phone);

        // When
        Outcome outcome = track.apply(left, new Opened(phone), 9_000);

        // Then
        assertThat(outcome.next()).isEqualTo(left);
        assertThat(outcome.effects()).isEmpty();
    }

    @Test
    void aClosingThatOvertakesItsOpeningWins() {
        // Given
        Outcome early = track.apply(UserSessions.NONE, new Closed(phone.session()), 1_000);

        // When
        Outcome late = track.apply(early.next(), new Opened(phone), 1_001);

        // Then
        assertThat(early.effects()).isEmpty();
        assertThat(late.effects()).isEmpty();
        assertThat(late.next().presence(1_001, GRACE).isOnline()).isFalse();
        assertThat(late.next().lastSeen()).isZero();
    }

    @Test
    void aClosingOfAnUnknownSessionDisturbsNobody() {
        // Given
        UserSessions open = opened(phone);

        // When
        Outcome outcome = track.apply(open, new Closed(laptop.session()), 2_000);

        // Then
        assertThat(outcome.next().open()).isEqualTo(open.open());
        assertThat(outcome.effects()).isEmpty();
    }

    @Test
    void anOpeningOnAGatewayThatIsGoneIsClosedForEverybodyAndNeverCounts() {
        // Given
        gone.add(GATEWAY);

        // When
        Outcome outcome = track.apply(UserSessions.NONE, new Opened(phone), 1_000);

        // Then
        assertThat(outcome.next()).isEqualTo(UserSessions.NONE);
        assertThat(outcome.effects()).containsExactly(new Effect.Expire(phone));
    }

    @Test
    void aReturnWithinTheGraceVoidsTheDeparture() {
        // Given
        UserSessions left = closed(opened(phone), phone);
        Departure departure = new Departure(aUser(), left.changedAt());

        // When
        UserSessions back = track.apply(left, new Opened(laptop), 5_000).next();

        // Then
        assertThat(departure.standsIn(left)).isTrue();
        assertThat(departure.standsIn(back)).isFalse();
        assertThat(departure.standsIn(closed(back, laptop))).isFalse();
    }

    @Test
    void remembersClosedSessionsForAWhileOnly() {
        // Given
        UserSessions left = closed(opened(phone), phone);

        // When
        long muchLater = left.lastSeen() + UserSessions.REMEMBER_CLOSED_MILLIS + 1;
        UserSessions later =
                track.apply(left, new Closed(laptop.session()), muchLater).next();

        // Then
        assertThat(later.closed()).containsOnlyKeys(laptop.session());
    }

    @Test
    void aDeviceThatFlapsDoesNotGrowTheEntryWithoutBound() {
        // When
        UserSessions state = UserSessions.NONE;
        for (int i = 0; i < 1_000; i++) {
            OpenSession next = session(GATEWAY);
            state = track.apply(state, new Opened(next), 1_000 + i).next();
            state = track.apply(state, new Closed(next.session()), 1_000 + i).next();
        }

        // Then
        assertThat(state.open()).isEmpty();
        assertThat(state.closed()).hasSize(UserSessions.REMEMBER_CLOSED_AT_MOST);
    }

    @Test
    void timeNeverRunsBackwards() {
        // Given
        UserSessions open =
                track.apply(UserSessions.NONE, new Opened(phone), 5_000).next();

        // When
        UserSessions left =
                track.apply(open, new Closed(phone.session()), 4_000).next();

        // Then
        assertThat(left.lastSeen()).isEqualTo(5_000);
    }

    private UserSessions opened(OpenSession... sessions) {
        UserSessions state = UserSessions.NONE;
        for (OpenSession session : sessions) {
            state = track.apply(state, new Opened(session), 1_000).next();
        }
        return state;
    }

    private UserSessions closed(UserSessions state, OpenSession session) {
        return track.apply(state, new Closed(session.session()), state.lastSeen() + 1_000)
                .next();
    }

    private static Effect online(long lastSeen, int sessions) {
        return new Effect.Announce(new Presence(PresenceState.ONLINE, lastSeen, sessions));
    }

    private static OpenSession session(Incarnation on) {
        return new OpenSession(new SessionId(ulid()), new DeviceId(ulid()), on);
    }

    private static UserId aUser() {
        return new UserId(ulid());
    }

    private static String ulid() {
        return Ulid.next(Instant.EPOCH, RANDOM);
    }
}
