package chat.natter.load.compare.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.load.compare.trial.LineListener;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that says what ejabberd and Prosody say, word by word. */
class XmppLineTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final Listener listener = new Listener();
    private XmppLine line;

    @BeforeEach
    void signIn() {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setWebSocketSubProtocols(List.of("xmpp")))
                .webSocketHandler(socket -> {
                    sockets.add(socket);
                    socket.textMessageHandler(text -> answer(socket, text));
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        line = new XmppLine(
                vertx.getOrCreateContext(),
                vertx.createWebSocketClient(),
                new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(server.actualPort())
                        .setURI("/ws")
                        .setSubProtocols(XmppLine.protocols()),
                3,
                listener);
        line.connect();
        await().until(() -> listener.ready.get() == 1);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void signsInWithItsNameAndPassword() {
        // "\0user3\0load"
        assertThat(heard).anyMatch(frame -> frame.contains("mechanism='PLAIN'>AHVzZXIzAGxvYWQ=<"));
        assertThat(listener.failures).isEmpty();
    }

    @Test
    void asksAfterEachMessageAndTakesCumulativeAnswers() {
        // When
        line.say(4, "one");
        line.say(4, "two");
        await().until(() ->
                heard.stream().filter(frame -> frame.startsWith("<r ")).count() == 2);
        // The presence that made it reachable is the first stanza that counts.
        say("<a xmlns='urn:xmpp:sm:3' h='1'/>");
        say("<a h='3' xmlns='urn:xmpp:sm:3'/>");
        // Then
        await().until(() -> listener.accepted.get() == 2);
        assertThat(heard)
                .contains("<message xmlns='jabber:client' to='user4@localhost' type='chat'><body>one</body></message>");
    }

    @Test
    void tellsTheServerHowManyStanzasItHas() {
        // When; it has its own presence already
        say("<message xmlns='jabber:client' from='user2@localhost/load'><body>one</body></message>");
        say("<r xmlns='urn:xmpp:sm:3'/>");
        // Then
        await().until(() -> heard.contains("<a xmlns='urn:xmpp:sm:3' h='2'/>"));
        assertThat(listener.bodies).containsExactly("one");
    }

    @Test
    void isInTheRoomOnceItsOwnPresenceHasCome() {
        // Given
        AtomicInteger joined = new AtomicInteger();
        // When
        line.join(joined::incrementAndGet);
        say("<presence xmlns='jabber:client' from='all@conference.localhost/user1'/>");
        say("<presence xmlns='jabber:client' from='all@conference.localhost/user3'>"
                + "<x xmlns='http://jabber.org/protocol/muc#user'><status code='110'/></x></presence>");
        // Then
        await().until(() -> joined.get() == 1);
    }

    @Test
    void saysWhatWasRefused() {
        // When
        say("<message xmlns='jabber:client' type='error' from='user4@localhost'><error/></message>");
        sockets.get(0).close();
        // Then
        await().until(() -> listener.failures.size() == 2);
        assertThat(listener.bodies).isEmpty();
    }

    private void say(String frame) {
        sockets.get(0).writeTextMessage(frame);
    }

    private void answer(ServerWebSocket socket, String frame) {
        heard.add(frame);
        if (frame.startsWith("<open")) {
            boolean again =
                    heard.stream().filter(text -> text.startsWith("<open")).count() > 1;
            socket.writeTextMessage("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' version='1.0'/>");
            socket.writeTextMessage("<stream:features xmlns:stream='http://etherx.jabber.org/streams'>"
                    + (again ? "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>" : "<mechanisms/>")
                    + "</stream:features>");
        } else if (frame.startsWith("<auth")) {
            socket.writeTextMessage("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        } else if (frame.startsWith("<iq")) {
            socket.writeTextMessage("<iq xmlns='jabber:client' type='result' id='bind'>"
                    + "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>user3@localhost/load</jid></bind></iq>");
        } else if (frame.startsWith("<enable")) {
            socket.writeTextMessage("<enabled xmlns='urn:xmpp:sm:3'/>");
        } else if (frame.startsWith("<presence xmlns='jabber:client'/>")) {
            socket.writeTextMessage("<presence xmlns='jabber:client' from='user3@localhost/load'/>");
        }
    }

    private static final class Listener implements LineListener {
        private final AtomicInteger ready = new AtomicInteger();
        private final AtomicInteger accepted = new AtomicInteger();
        private final List<String> bodies = new CopyOnWriteArrayList<>();
        private final List<String> failures = new CopyOnWriteArrayList<>();

        @Override
        public void onReady() {
            ready.incrementAndGet();
        }

        @Override
        public void onAccepted() {
            accepted.incrementAndGet();
        }

        @Override
        public void onBody(String body) {
            bodies.add(body);
        }

        @Override
        public void onFailure(String what) {
            failures.add(what);
        }
    }
}
