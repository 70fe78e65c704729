package chat.natter.gateway.session;

import static chat.natter.gateway.session.OneSession.BOB;
import static chat.natter.gateway.session.OneSession.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.CloseCode;
import chat.natter.contract.PresenceState;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Presence;
import chat.natter.contract.record.PresenceDelivery;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.WatchRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice watches Bob. */
final class FollowPresenceTest {
    private static final long SEEN = 7_000;
    private static final Random RANDOM = new Random(1);

    private final OneSession one = new OneSession();

    @BeforeEach
    void open() {
        one.opened();
    }

    @Test
    void asksForWhomItDoesNotWatchYet() {
        // When
        watch(BOB);
        watch(BOB, CAROL);

        // Then
        List<WatchRecord> asked = one.publisher.watches();
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).getViewer()).isEqualTo(OneSession.ALICE.value());
        assertThat(asked.get(0).getGatewayEpoch()).isEqualTo(OneSession.EPOCH);
        assertThat(asked.get(0).getRequest().getAddList()).containsExactly(BOB.value());
        assertThat(asked.get(1).getRequest().getAddList()).containsExactly(CAROL.value());
        assertThat(one.registry.watched()).containsExactly(BOB, CAROL);
    }

    @Test
    void tellsTheAnswerAndThenEachChange() {
        // Given
        watch(BOB);

        // When
        answer(Presence.State.OFFLINE, true, true);
        change(Presence.State.ONLINE);
        change(Presence.State.ONLINE);
        change(Presence.State.AWAY);

        // Then
        assertThat(told())
                .containsExactly(
                        presence(PresenceState.OFFLINE, SEEN),
                        presence(PresenceState.ONLINE, 0),
                        presence(PresenceState.AWAY, SEEN));
    }

    @Test
    void saysNothingBeforeItKnowsWhatMayBeSeen() {
        // Given
        watch(BOB);

        // When a change overtakes the answer
        change(Presence.State.ONLINE);

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void showsWhatIsHiddenAsNeverSeen() {
        // Given
        watch(BOB);

        // When
        answer(Presence.State.ONLINE, false, false);
        change(Presence.State.OFFLINE);
        answer(Presence.State.OFFLINE, true, false);

        // Then
        assertThat(told()).containsExactly(presence(PresenceState.OFFLINE, 0));
    }

    @Test
    void tellsAtOnceWhenMoreMayBeSeen() {
        // Given
        watch(BOB);
        answer(Presence.State.ONLINE, false, false);

        // When
        answer(Presence.State.ONLINE, true, true);

        // Then
        assertThat(told()).containsExactly(presence(PresenceState.OFFLINE, 0), presence(PresenceState.ONLINE, 0));
    }

    @Test
    void holdsEverythingBackWhileNobodyLooksAndThenTellsTheLastState() {
        // Given
        watch(BOB);
        answer(Presence.State.OFFLINE, true, true);

        // When
        activity(false);
        change(Presence.State.ONLINE);
        change(Presence.State.OFFLINE);
        change(Presence.State.ONLINE);
        int meanwhile = told().size();
        activity(true);

        // Then
        assertThat(meanwhile).isEqualTo(1);
        assertThat(told()).containsExactly(presence(PresenceState.OFFLINE, SEEN), presence(PresenceState.ONLINE, 0));
    }

    @Test
    void publishesActivityOnceASecondAndItsLastWord() {
        // When
        for (int i = 0; i < 9; i++) {
            activity(i % 2 == 1);
        }
        int atOnce = activities().size();
        one.tickAfter(Duration.ofMillis(1_100));
        activity(true);
        one.tickAfter(Duration.ofMillis(1_100));

        // Then
        assertThat(atOnce).isEqualTo(1);
        assertThat(activities()).containsExactly(false, true);
    }

    @Test
    void answersARepeatedWatchFromWhatItKnows() {
        // Given
        watch(BOB);
        answer(Presence.State.ONLINE, true, true);

        // When
        watch(BOB);

        // Then
        assertThat(told()).hasSize(2).containsOnly(presence(PresenceState.ONLINE, 0));
        assertThat(one.publisher.watches()).hasSize(1);
    }

    @Test
    void stopsTellingAfterAnUnwatch() {
        // Given
        watch(BOB);
        answer(Presence.State.OFFLINE, true, true);

        // When
        one.receive("{\"type\":\"unwatch\",\"users\":[\"" + BOB + "\",\"" + CAROL + "\"]}");
        change(Presence.State.ONLINE);

        // Then
        assertThat(told()).hasSize(1);
        assertThat(one.publisher.watches().get(1).getRequest().getRemoveList()).containsExactly(BOB.value());
        assertThat(one.registry.watched()).isEmpty();
    }

    @Test
    void refusesTheTwoHundredAndFirstAndKeepsTheOthers() {
        // Given
        watch(users(200));

        // When
        watch(BOB);

        // Then
        ServerFrame.Failure refused =
                one.socket.frames(ServerFrame.Failure.class).get(0);
        assertThat(refused.code()).isEqualTo("too_large");
        assertThat(refused.re()).isEqualTo("w");
        assertThat(one.registry.watched()).hasSize(200);
    }

    @Test
    void closesOnAClientThatNeverStopsWatchingOthers() {
        // When
        for (int i = 0; i < 10_000; i++) {
            UserId user = users(1)[0];
            watch(user);
            one.receive("{\"type\":\"unwatch\",\"users\":[\"" + user + "\"]}");
        }

        // Then
        assertThat(one.socket.closes()).containsExactly(CloseCode.RATE_LIMITED);
        assertThat(one.socket.frames(ServerFrame.Failure.class))
                .extracting(ServerFrame.Failure::code)
                .containsOnly("rate_limited");
    }

    @Test
    void endsItsWatchesWithTheSession() {
        // Given
        watch(BOB);

        // When
        one.session.ended();

        // Then
        assertThat(one.registry.watched()).isEmpty();
    }

    private void watch(UserId... users) {
        String list = Stream.of(users).map(user -> "\"" + user + "\"").collect(Collectors.joining(","));
        one.receive("{\"type\":\"watch\",\"id\":\"w\",\"users\":[" + list + "]}");
    }

    private void activity(boolean active) {
        one.receive("{\"type\":\"activity\",\"active\":" + active + "}");
    }

    private void answer(Presence.State state, boolean showsState, boolean showsLastSeen) {
        String session = one.registry.open().keySet().iterator().next();
        one.session.deliver(Delivery.newBuilder()
                .setSession(session)
                .setPresence(delivery(state).setShowsState(showsState).setShowsLastSeen(showsLastSeen))
                .build());
    }

    private void change(Presence.State state) {
        one.session.deliver(Delivery.newBuilder().setPresence(delivery(state)).build());
    }

    private static PresenceDelivery.Builder delivery(Presence.State state) {
        return PresenceDelivery.newBuilder()
                .setUser(BOB.value())
                .setState(state)
                .setLastSeen(SEEN);
    }

    private static ServerFrame.Presence presence(PresenceState state, long lastSeen) {
        return new ServerFrame.Presence(BOB, state, lastSeen == 0 ? null : Instant.ofEpochMilli(lastSeen));
    }

    private List<ServerFrame.Presence> told() {
        return one.socket.frames(ServerFrame.Presence.class);
    }

    private List<Boolean> activities() {
        return one.publisher.records(SessionRecord.BodyCase.ACTIVITY).stream()
                .map(record -> record.getActivity().getActive())
                .toList();
    }

    private static UserId[] users(int count) {
        return Stream.generate(() -> new UserId(Ulid.next(Instant.EPOCH, RANDOM)))
                .limit(count)
                .toArray(UserId[]::new);
    }
}
