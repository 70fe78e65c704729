package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.RecordedDevice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said to somebody who is away waits for them, and is gone once they have it. */
class OfflineQueueIT {
    /** That the first device was added waits for it like a message. */
    private static final int NOTICES = 1;

    private static final int MESSAGES = 5_000;
    private static final int EVERY = 32;
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @Test
    void fiveThousandMessagesWaitUntilTheyAreAcknowledged() {
        // Given
        awaitWaiting("the notice of bob's device", NOTICES);
        scene.talk(alice, bob);
        RecordedDevice alices = scene.connect(alice, 1);
        for (int number = 0; number < MESSAGES; number++) {
            alices.send(bob.id(), Scene.text("m" + number));
        }
        await("all accepted")
                .atMost(Duration.ofSeconds(60))
                .until(() -> scene.ledger().answered() == MESSAGES);
        awaitWaiting("all in the inbox", NOTICES + MESSAGES);

        // When
        RawSocket bobs = scene.socket(bob, 2);
        takeAll(bobs);

        // Then
        List<ServerFrame> frames = bobs.frames();
        assertThat(frames.get(0)).isInstanceOf(ServerFrame.Welcome.class);
        assertThat(frames.get(frames.size() - 1)).isInstanceOf(ServerFrame.Synced.class);
        bobs.frames(ServerFrame.Message.class).forEach(message -> scene.record(bob, message));
        scene.assertFaultless();
        awaitWaiting("an empty inbox", 0);
    }

    @Test
    void whatWasNotAcknowledgedComesAgain() {
        // Given
        awaitWaiting("the notice of bob's device", NOTICES);
        RawSocket alices = scene.socket(alice, 1);
        alices.say(Scene.send(bob.id(), "first"));
        alices.say(Scene.send(bob.id(), "second"));
        RawSocket before = scene.socket(bob, 2);
        before.awaitFrame(ServerFrame.Message.class, message -> message.seq() == 2);
        before.say(new ClientFrame.Ack(
                before.frames(ServerFrame.Message.class).get(0).position()));
        awaitWaiting("one acknowledged", 1);

        // When
        RawSocket after = scene.socket(bob, 1);
        after.awaitFrame(ServerFrame.Synced.class);

        // Then
        assertThat(before.awaitClose()).isEqualTo(4409);
        assertThat(after.frames(ServerFrame.Message.class))
                .extracting(ServerFrame.Message::seq)
                .containsExactly(2L);
    }

    /** Acknowledges as a client does, before the window of unacknowledged entries is used up. */
    private void awaitWaiting(String what, long entries) {
        await(what).atMost(SOON).until(() -> WaitingEntries.of(scene.stack(), bob.id()) == entries);
    }

    private static void takeAll(RawSocket socket) {
        long[] acknowledged = {0};
        await("the backlog")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    List<ServerFrame.Message> messages = socket.frames(ServerFrame.Message.class);
                    boolean all = messages.size() >= MESSAGES;
                    if (messages.size() >= acknowledged[0] + EVERY || (all && acknowledged[0] < MESSAGES)) {
                        acknowledged[0] = messages.size();
                        socket.say(new ClientFrame.Ack(
                                messages.get(messages.size() - 1).position()));
                    }
                    return all && !socket.frames(ServerFrame.Synced.class).isEmpty();
                });
    }
}
