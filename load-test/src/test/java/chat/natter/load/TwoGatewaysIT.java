package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.client.rest.MessagePage;
import chat.natter.client.rest.StoredMessage;
import chat.natter.client.rest.Window;
import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.RecordedDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people on two gateways see one conversation, and history keeps the same. */
class TwoGatewaysIT {
    private static final int EACH_WAY = 5_000;
    private static final int PAGE = 200;

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @Test
    void tenThousandMessagesArriveOnceAndInOneOrder() {
        // Given
        ConversationId conversation = scene.talk(alice, bob);
        RecordedDevice alices = scene.connect(alice, 1);
        RecordedDevice bobs = scene.connect(bob, 2);
        // When
        for (int number = 0; number < EACH_WAY; number++) {
            alices.send(bob.id(), Scene.text("a" + number));
            bobs.send(alice.id(), Scene.text("b" + number));
        }
        scene.awaitSettled(Duration.ofSeconds(90));
        // Then
        scene.assertFaultless();
        List<ServerFrame.Message> delivered = inOrder();
        assertThat(delivered)
                .extracting(ServerFrame.Message::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2 * EACH_WAY).boxed().toList());
        assertThat(history(alice, conversation)).isEqualTo(asStored(delivered));
        assertThat(history(bob, conversation)).isEqualTo(asStored(delivered));
    }

    /** What both were given: each has the half that the other one said. */
    private List<ServerFrame.Message> inOrder() {
        return Stream.of(alice, bob)
                .flatMap(person -> scene.ledger().deliveriesTo(person.device()).stream())
                .sorted(Comparator.comparingLong(ServerFrame.Message::seq))
                .toList();
    }

    private static List<StoredMessage> asStored(List<ServerFrame.Message> delivered) {
        return delivered.stream()
                .map(message -> new StoredMessage(
                        message.conversation(),
                        message.seq(),
                        message.epoch(),
                        message.from(),
                        message.device(),
                        message.id(),
                        message.at(),
                        message.content(),
                        message.forwarded()))
                .toList();
    }

    /** All of it, page by page; archiving runs behind delivery. */
    private static List<StoredMessage> history(Person reader, ConversationId conversation) {
        await("the last message in history").atMost(Duration.ofSeconds(60)).until(() -> {
            List<StoredMessage> last =
                    reader.api().messages(conversation, new Window.Latest(1)).messages();
            return !last.isEmpty() && last.get(0).seq() == 2 * EACH_WAY;
        });
        List<StoredMessage> all = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            MessagePage page = reader.api().messages(conversation, new Window.After(after, PAGE));
            all.addAll(page.messages());
            after = page.next();
        }
        return all;
    }
}
