package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that does not know whether its message arrived may say it again. */
class IdempotenceIT {
    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @Test
    void oneIdIsOneMessageHoweverOftenAndWhereverItIsSent() {
        // Given
        RawSocket bobs = scene.socket(bob, 2);
        ClientFrame.Send hello = Scene.send(bob.id(), "hello");

        // When
        RawSocket first = scene.socket(alice, 1);
        first.say(hello);
        ServerFrame.Sent sent = first.awaitFrame(ServerFrame.Sent.class);
        first.say(hello);
        ServerFrame.Sent again = first.awaitFrame(ServerFrame.Sent.class, ServerFrame.Sent::duplicate);
        RawSocket second = scene.socket(alice, 2);
        second.say(hello);
        ServerFrame.Sent elsewhere = second.awaitFrame(ServerFrame.Sent.class);
        second.say(Scene.send(bob.id(), "the next one"));

        // Then
        assertThat(sent.duplicate()).isFalse();
        assertThat(List.of(again, elsewhere))
                .containsOnly(new ServerFrame.Sent(
                        sent.re(), sent.conversation(), sent.seq(), sent.epoch(), sent.at(), true));
        bobs.awaitFrame(ServerFrame.Message.class, message -> message.seq() == 2);
        assertThat(bobs.frames(ServerFrame.Message.class))
                .extracting(ServerFrame.Message::content)
                .containsExactly(hello.content(), Scene.text("the next one"));
    }

    @Test
    void anotherDeviceMayUseTheSameId() {
        // Given
        ClientFrame.Send hello = Scene.send(bob.id(), "hello");
        RawSocket first = scene.socket(alice, 1);
        RawSocket second = scene.socket(alice.onAnotherDevice(), 2);
        // When
        first.say(hello);
        ServerFrame.Sent one = first.awaitFrame(ServerFrame.Sent.class);
        second.say(hello);
        ServerFrame.Sent other = second.awaitFrame(ServerFrame.Sent.class);
        // Then
        assertThat(other.duplicate()).isFalse();
        assertThat(other.seq()).isEqualTo(one.seq() + 1);
    }
}
