package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.PresenceState;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice, on one gateway, watches Bob, who comes and goes on the other. */
class WatchIT {
    private static final Duration DEADLINE = Duration.ofSeconds(45);
    private static final int THROTTLE_SECONDS = 5;
    private static final Random RANDOM = new Random();

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @Test
    void seesSomebodyComeTurnAwayAndLeave() {
        // Given
        RawSocket watching = watch(bob.id());
        awaitState(watching, PresenceState.OFFLINE);

        // When he comes
        RawSocket his = scene.socket(bob, 2);
        awaitState(watching, PresenceState.ONLINE);

        // When he turns away and comes back
        his.say(new ClientFrame.Activity(false));
        assertThat(awaitState(watching, PresenceState.AWAY).lastSeen()).isNotNull();
        his.say(new ClientFrame.Activity(true));
        awaitState(watching, PresenceState.ONLINE);

        // When he leaves
        Instant left = Instant.now();
        his.close();

        // Then
        ServerFrame.Presence gone = awaitState(watching, PresenceState.OFFLINE);
        assertThat(gone.lastSeen()).isBetween(left.minusSeconds(2), Instant.now());
        assertThat(states(watching))
                .extracting(ServerFrame.Presence::state)
                .containsExactly(
                        PresenceState.OFFLINE,
                        PresenceState.ONLINE,
                        PresenceState.AWAY,
                        PresenceState.ONLINE,
                        PresenceState.OFFLINE);
    }

    @Test
    void isToldTheLastStateWhenSomebodyLooksAgain() {
        // Given
        RawSocket watching = watch(bob.id());
        awaitState(watching, PresenceState.OFFLINE);
        watching.say(new ClientFrame.Activity(false));

        // When
        scene.socket(bob, 2).awaitFrame(ServerFrame.Synced.class);
        awaitOnline(bob);
        int meanwhile = watching.frames(ServerFrame.Presence.class).size();
        watching.say(new ClientFrame.Activity(true));

        // Then
        assertThat(meanwhile).isEqualTo(1);
        awaitState(watching, PresenceState.ONLINE);
    }

    @Test
    void seesSomebodyLeaveWhoseGatewayDies() {
        // Given
        RawSocket watching = watch(bob.id());
        scene.socket(bob, 2).awaitFrame(ServerFrame.Synced.class);
        awaitState(watching, PresenceState.ONLINE);
        try {
            // When
            scene.stack().kill("gateway-2");
            // Then
            awaitState(watching, PresenceState.OFFLINE);
        } finally {
            scene.stack().start("gateway-2");
        }
    }

    @Test
    void goesOnSeeingAfterTheDeathOfThePresenceService() {
        // Given
        RawSocket watching = watch(bob.id());
        RawSocket his = scene.socket(bob, 2);
        awaitState(watching, PresenceState.ONLINE);
        try {
            // When he leaves while nobody is there to notice
            scene.stack().kill("presence");
            his.close();
        } finally {
            scene.stack().start("presence");
        }

        // Then
        awaitState(watching, PresenceState.OFFLINE);
        scene.socket(bob, 2);
        awaitState(watching, PresenceState.ONLINE);
    }

    @Test
    void cannotTellAnUnknownUserFromOneWhoWasNeverThere() {
        // Given
        UserId nobody = new UserId(Ulid.next(Instant.now(), RANDOM));

        // When
        RawSocket watching = watch(nobody, bob.id());

        // Then
        await("both answers").atMost(DEADLINE).until(() -> states(watching).size() == 2);
        assertThat(watching.frames(ServerFrame.Presence.class))
                .allSatisfy(answer -> assertThat(answer.state()).isEqualTo(PresenceState.OFFLINE))
                .allSatisfy(answer -> assertThat(answer.lastSeen()).isNull());
    }

    @Test
    void refusesToWatchMoreThanTwoHundred() {
        // Given
        UserId[] crowd = Stream.generate(() -> new UserId(Ulid.next(Instant.now(), RANDOM)))
                .limit(201)
                .toArray(UserId[]::new);

        // When
        RawSocket watching = watch(crowd);

        // Then
        ServerFrame.Failure refused = watching.awaitFrame(ServerFrame.Failure.class);
        assertThat(refused.code()).isEqualTo("too_large");
        assertThat(refused.re()).isEqualTo("crowd");
        assertThat(watching.isClosed()).isFalse();
    }

    @Test
    void keepsTwoHundredOfTenThousandWatches() {
        // Given
        RawSocket watching = scene.socket(alice, 1);
        watching.awaitFrame(ServerFrame.Synced.class);

        // When
        for (int count = 0; count < 10_000; count++) {
            watching.say(new ClientFrame.Watch(null, List.of(new UserId(Ulid.next(Instant.now(), RANDOM)))));
            if (count % 500 == 499) {
                // Who lets a megabyte of answers wait is closed, and that is another test's matter.
                int refused = count + 1 - 200;
                await("the answers so far")
                        .atMost(DEADLINE)
                        .until(() -> watching.frames(ServerFrame.Failure.class).size() >= refused);
            }
        }

        // Then
        await("all answers")
                .atMost(DEADLINE)
                .until(() -> watching.frames(ServerFrame.Failure.class).size() == 9_800);
        await("the answers to those that count")
                .atMost(DEADLINE)
                .until(() -> states(watching).size() == 200);
        assertThat(watching.frames(ServerFrame.Failure.class))
                .allSatisfy(refused -> assertThat(refused.code()).isEqualTo("too_large"));
        assertThat(watching.isClosed()).isFalse();
    }

    @Test
    void isToldOfAFlapAtMostEveryFiveSecondsAndInTheEndTheTruth() {
        // Given
        RawSocket watching = watch(bob.id());
        RawSocket his = scene.socket(bob, 2);
        awaitState(watching, PresenceState.ONLINE);
        int before = states(watching).size();
        Instant began = Instant.now();

        // When
        boolean active = true;
        for (int flip = 0; flip < 11; flip++) {
            active = !active;
            String wanted = active ? "online" : "away";
            his.say(new ClientFrame.Activity(active));
            await(wanted)
                    .atMost(DEADLINE)
                    .until(() -> alice.api().presence(bob.id()).state().equals(wanted));
        }

        // Then
        awaitState(watching, PresenceState.AWAY);
        long most = 1 + Duration.between(began, Instant.now()).toSeconds() / THROTTLE_SECONDS;
        assertThat(states(watching).size() - before).isBetween(1, (int) most);
        assertThat(most).as("told less often than it changed").isLessThan(11);
    }

    private RawSocket watch(UserId... users) {
        RawSocket socket = scene.socket(alice, 1);
        socket.awaitFrame(ServerFrame.Welcome.class);
        socket.say(new ClientFrame.Watch("crowd", List.of(users)));
        return socket;
    }

    /** Until it is the last one that was told. */
    private ServerFrame.Presence awaitState(RawSocket watching, PresenceState wanted) {
        await(wanted.word()).atMost(DEADLINE).until(() -> {
            List<ServerFrame.Presence> told = watching.frames(ServerFrame.Presence.class);
            return !told.isEmpty() && told.get(told.size() - 1).state() == wanted;
        });
        List<ServerFrame.Presence> told = watching.frames(ServerFrame.Presence.class);
        return told.get(told.size() - 1);
    }

    private void awaitOnline(Person person) {
        await("online")
                .atMost(DEADLINE)
                .until(() -> alice.api().presence(person.id()).isOnline());
    }

    private static List<ServerFrame.Presence> states(RawSocket watching) {
        return watching.frames(ServerFrame.Presence.class);
    }
}
