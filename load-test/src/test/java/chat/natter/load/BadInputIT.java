package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing that a client says or leaves out gets further than its own socket. */
class BadInputIT {
    private static final UserId NOBODY = new UserId("01jd3zk8x0000000000000000z");

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();

    @Test
    void closesOnBrokenJson() {
        // Given
        RawSocket socket = welcomed();
        // When
        socket.sayText("{\"type\":\"send\",");
        // Then
        assertThat(socket.awaitFrame(ServerFrame.Failure.class).code()).isEqualTo("bad_frame");
        assertThat(socket.awaitClose()).isEqualTo(4400);
    }

    @Test
    void staysOpenAfterATypeThatItDoesNotKnow() {
        // Given
        RawSocket socket = welcomed();
        // When
        socket.sayText("{\"type\":\"levitate\",\"height\":3}");
        socket.say(new ClientFrame.Ping());
        // Then
        socket.awaitFrame(ServerFrame.Pong.class);
        assertThat(socket.awaitFrame(ServerFrame.Failure.class).code()).isEqualTo("unknown_type");
        assertThat(socket.isClosed()).isFalse();
    }

    @Test
    void closesOnAFrameOfOneMebibyte() {
        // Given
        RawSocket socket = welcomed();
        // When
        socket.startToSay("{\"type\":\"ping\",\"filler\":\"" + "x".repeat(1 << 20) + "\"}");
        // Then
        assertThat(socket.awaitClose()).isEqualTo(4413);
    }

    @Test
    void closesOnABinaryFrame() {
        // Given
        RawSocket socket = welcomed();
        // When
        socket.sayBytes(new byte[] {1, 2, 3});
        // Then
        assertThat(socket.awaitClose()).isEqualTo(4400);
    }

    @Test
    void letsNobodyInWithoutATokenOfItsOwnMaking() throws IOException, GeneralSecurityException {
        // Given
        ForgedTokens forged =
                new ForgedTokens(alice.session().accessToken(), scene.stack().signingKeyFile());
        long twoMinutesAgo = Instant.now().getEpochSecond() - 120;
        // Then
        assertThat(answerTo(forged.with(same -> {}))).isEqualTo("welcome");
        assertThat(answerTo(forged.with(claims -> claims.put("exp", twoMinutesAgo))))
                .isEqualTo("4401");
        assertThat(answerTo(forged.with(claims -> claims.put("aud", "somebody-else"))))
                .isEqualTo("4401");
        assertThat(answerTo(forged.with(claims -> claims.put("iss", "somebody-else"))))
                .isEqualTo("4401");
        assertThat(answerTo(forged.signedByAnotherKey())).isEqualTo("4401");
        assertThat(answerTo(forged.unsigned())).isEqualTo("4401");
        assertThat(answerTo("rubbish")).isEqualTo("4401");
    }

    @Test
    void takesNothingBeforeHello() {
        // Given
        RawSocket socket = scene.socket(1);
        // When
        socket.say(Scene.send(alice.id(), "let me in"));
        // Then
        assertThat(socket.awaitClose()).isEqualTo(4401);
    }

    @Test
    void doesNotWaitForeverForHello() {
        assertThat(scene.socket(1).awaitClose()).isEqualTo(4408);
    }

    @Test
    void refusesAMessageToNobody() {
        // Given
        RawSocket socket = welcomed();
        ClientFrame.Send send = Scene.send(NOBODY, "is anybody there?");
        // When
        socket.say(send);
        // Then
        ServerFrame.Failure refusal = socket.awaitFrame(ServerFrame.Failure.class);
        assertThat(refusal.code()).isEqualTo("user_unknown");
        assertThat(refusal.re()).isEqualTo(send.id().toString());
        assertThat(refusal.retryAfterMs()).isNull();
    }

    @Test
    void bringsNotesToOneselfToOnesOtherDevices() {
        // Given
        RawSocket socket = welcomed();
        RawSocket other = scene.socket(alice.onAnotherDevice(), 2);
        other.awaitFrame(ServerFrame.Synced.class);
        ClientFrame.Send note = Scene.send(alice.id(), "milk");
        // When
        socket.say(note);
        // Then
        ServerFrame.Sent sent = socket.awaitFrame(ServerFrame.Sent.class);
        ServerFrame.Message message = other.awaitFrame(ServerFrame.Message.class);
        assertThat(sent.conversation()).isEqualTo(ConversationId.direct(alice.id(), alice.id()));
        assertThat(message.seq()).isEqualTo(sent.seq()).isEqualTo(1);
        assertThat(message.content()).isEqualTo(note.content());
        assertThat(socket.frames(ServerFrame.Message.class)).isEmpty();
    }

    private RawSocket welcomed() {
        RawSocket socket = scene.socket(alice, 1);
        socket.awaitFrame(ServerFrame.Welcome.class);
        return socket;
    }

    private String answerTo(String token) {
        RawSocket socket = scene.socket(1).hello(token);
        return socket.awaitWelcomeOrClose();
    }
}
