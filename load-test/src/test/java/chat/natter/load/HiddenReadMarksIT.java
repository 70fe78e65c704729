package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Bob keeps what he has read to himself: neither socket nor REST tells it, and it is told again when he wants it to.
 */
class HiddenReadMarksIT {
    private static final Duration DEADLINE = Duration.ofSeconds(45);

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();
    private final ConversationId conversation = ConversationId.direct(alice.id(), bob.id());

    @Test
    void tellsNobodyWhatWasReadUntilItMayBeTold() throws Exception {
        // Given
        RawSocket ofAlice = scene.socket(alice, 1);
        RawSocket ofBob = scene.socket(bob, 2);
        ofAlice.awaitFrame(ServerFrame.Synced.class);
        ofBob.awaitFrame(ServerFrame.Synced.class);
        hideReadMarks(true);

        // When
        say(ofAlice, ofBob, 1);
        ofBob.say(new ClientFrame.Read(conversation, 1));
        say(ofAlice, ofBob, 2);

        // Then what was read first would have come with what was delivered second
        awaitDelivered(ofAlice, 2);
        assertThat(ofAlice.frames(ServerFrame.Receipt.class))
                .extracting(ServerFrame.Receipt::read)
                .allMatch(Objects::isNull);
        String told = "{\"audience\":1,\"delivered\":[\"" + bob.id() + "\"],\"read\":[]}";
        await("the archive")
                .atMost(DEADLINE)
                .untilAsserted(() -> assertThat(receipts(2)).isEqualTo(told));
        assertThat(receipts(1)).isEqualTo(told);

        // When he shows them again
        hideReadMarks(false);
        ofBob.say(new ClientFrame.Read(conversation, 2));

        // Then
        ofAlice.awaitFrame(ServerFrame.Receipt.class, receipt -> Objects.equals(receipt.read(), 2L));
        await("the archive")
                .atMost(DEADLINE)
                .untilAsserted(() -> assertThat(receipts(2)).isEqualTo(told.replace("[]", "[\"" + bob.id() + "\"]")));
    }

    private void say(RawSocket from, RawSocket to, long seq) {
        from.say(Scene.send(bob.id(), "message " + seq));
        ServerFrame.Message message = to.awaitFrame(ServerFrame.Message.class, each -> each.seq() == seq);
        to.say(new ClientFrame.Ack(message.position()));
        awaitDelivered(from, seq);
    }

    private static void awaitDelivered(RawSocket socket, long seq) {
        socket.awaitFrame(ServerFrame.Receipt.class, receipt -> Objects.equals(receipt.delivered(), seq));
    }

    private void hideReadMarks(boolean hide) throws Exception {
        String privacy = "{\"online\":\"everyone\",\"lastSeen\":\"everyone\",\"hideReadMarks\":" + hide + "}";
        assertThat(scene.call(bob, "PUT", "/v1/me/privacy", privacy).statusCode())
                .isEqualTo(200);
    }

    private String receipts(long seq) throws Exception {
        return scene.call(alice, "GET", "/v1/conversations/" + conversation + "/messages/" + seq + "/receipts", "")
                .body();
    }
}
