package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.CloseCode;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.RecordedDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Gateways leave, or cannot tell that they were given up: nobody loses a message, nobody stays online as a ghost. */
class LeavingGatewayIT {
    private static final int SOME = 100;
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    /** Presence gives a gateway up after some seconds; {@code -Dnatter.pause.seconds=60} tries a long absence. */
    private static final Duration PAUSE = Duration.ofSeconds(Long.getLong("natter.pause.seconds", 1));

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @BeforeEach
    void theyTalk() {
        scene.talk(alice, bob);
    }

    @Test
    void restartsEverythingUnderLoadAndNobodyNotices() {
        // Given
        int gateways = scene.stack().gateways();
        RecordedDevice alices = scene.connect(alice, startingAt(1, gateways));
        RecordedDevice bobs = scene.connect(bob, startingAt(2, gateways));
        Chatter chatter = scene.keep(Chatter.between(alices, bobs));
        awaitAnswers(SOME);

        // When
        for (String service : List.of("history", "media", "presence", "auth", "message-1")) {
            scene.stack().restart(service);
            awaitAnswers(scene.ledger().answered() + SOME);
        }
        for (int gateway = 1; gateway <= gateways; gateway++) {
            scene.stack().restart("gateway-" + gateway);
            awaitAnswers(scene.ledger().answered() + SOME);
        }
        chatter.stop();

        // Then
        scene.awaitSettled(DEADLINE);
        scene.assertFaultless();
        assertThat(alices.welcomes()).isBetween(2, gateways + 1);
        assertThat(bobs.welcomes()).isBetween(2, gateways + 1);
        assertThat(alices.givenUp()).isEmpty();
        assertThat(bobs.givenUp()).isEmpty();
    }

    @Test
    void asksBeforeItClosesAndClosesWhoStays() {
        // Given
        RawSocket stays = scene.socket(alice, 1);
        stays.awaitFrame(ServerFrame.Synced.class);
        try {
            // When
            scene.stack().stop("gateway-1");
        } finally {
            scene.stack().start("gateway-1");
        }

        // Then
        assertThat(stays.frames(ServerFrame.GoAway.class)).hasSize(1);
        assertThat(stays.awaitClose()).isEqualTo(CloseCode.DRAINING.code());
    }

    @Test
    void aGatewayThatWasPausedDropsTheSocketsThatWereGivenUp() {
        // Given
        RawSocket ghost = scene.socket(bob, 2);
        ghost.awaitFrame(ServerFrame.Synced.class);
        awaitOnline(bob, true);

        // When
        pauseTheSecondUntilItIsGivenUp();

        // Then; after a long absence it may first see how long it has heard nothing
        assertThat(ghost.awaitClose()).isIn(CloseCode.DRAINING.code(), CloseCode.IDLE_TIMEOUT.code());
        assertThat(alice.api().presence(bob.id()).isOnline()).isFalse();

        // When he comes back to it
        scene.socket(bob, 2).awaitFrame(ServerFrame.Synced.class);

        // Then
        awaitOnline(bob, true);
    }

    @Test
    void aGatewayThatWasPausedUnderLoadLosesNothing() {
        // Given
        RecordedDevice alices = scene.connect(alice, 1);
        RecordedDevice bobs = scene.connect(bob, 2, 1);
        Chatter chatter = scene.keep(Chatter.between(alices, bobs));
        awaitAnswers(SOME);

        // When
        pauseTheSecondUntilItIsGivenUp();

        // Then
        await("bob on the other gateway").atMost(DEADLINE).until(() -> bobs.welcomes() > 1);
        awaitOnline(bob, true);
        awaitAnswers(scene.ledger().answered() + SOME);
        chatter.stop();
        scene.awaitSettled(DEADLINE);
        scene.assertFaultless();
        assertThat(bobs.givenUp()).isEmpty();
    }

    private void pauseTheSecondUntilItIsGivenUp() {
        try {
            scene.stack().pause("gateway-2");
            await("the pause").pollDelay(PAUSE).atMost(PAUSE.plus(DEADLINE)).until(() -> true);
            awaitOnline(bob, false);
        } finally {
            scene.stack().resume("gateway-2");
        }
    }

    private static int[] startingAt(int first, int gateways) {
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, gateways).forEach(step -> order.add((first - 1 + step) % gateways + 1));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private void awaitAnswers(int count) {
        await(count + " answers").atMost(DEADLINE).until(() -> scene.ledger().answered() >= count);
    }

    private void awaitOnline(Person person, boolean online) {
        await(online ? "online" : "offline")
                .atMost(DEADLINE)
                .until(() -> alice.api().presence(person.id()).isOnline() == online);
    }
}
