package chat.natter.load.compare.xmpp;

import chat.natter.load.compare.trial.Line;
import chat.natter.load.compare.trial.LineListener;
import io.vertx.core.Context;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One XMPP client: signs in, enables stream management, and asks for an acknowledgement after each message. All state
 * lives on one event loop. What it understands is what it needs: each frame holds one stanza (RFC 7395), and the texts
 * it compares hold no character that XML would escape.
 */
final class XmppLine implements Line {
    private static final String FRAMING = "urn:ietf:params:xml:ns:xmpp-framing";
    private static final String MANAGEMENT = "urn:xmpp:sm:3";
    private static final String ACK = "<a ";
    private static final String COUNT = " h=";

    private final Context loop;
    private final WebSocketClient client;
    private final WebSocketConnectOptions address;
    private final int person;
    private final LineListener listener;
    /** Of each stanza that the server has not counted yet, whether it is a message. */
    private final Queue<Boolean> uncounted = new ArrayDeque<>();

    private @Nullable WebSocket socket;
    private boolean signedIn;
    private boolean managed;
    private boolean reachable;
    private boolean left;
    private long counted;
    private long received;
    private Runnable joined = () -> {};

    XmppLine(Context loop, WebSocketClient client, WebSocketConnectOptions address, int person, LineListener listener) {
        this.loop = loop;
        this.client = client;
        this.address = address;
        this.person = person;
        this.listener = listener;
    }

    static String user(int person) {
        return "user" + person;
    }

    void connect() {
        loop.runOnContext(now -> client.connect(address).onComplete(opened -> {
            if (opened.failed()) {
                listener.onFailure("no connection: " + opened.cause().getMessage());
                return;
            }
            WebSocket open = opened.result();
            socket = open;
            open.textMessageHandler(this::frame);
            open.closeHandler(end -> {
                if (!left) {
                    listener.onFailure("closed with " + open.closeStatusCode());
                }
            });
            open.exceptionHandler(broken -> {
                if (!left) {
                    listener.onFailure("broken: " + broken.getMessage());
                }
            });
            begin();
        }));
    }

    /** Enters the room; the callback runs once the server has let us in. */
    void join(Runnable done) {
        loop.runOnContext(now -> {
            joined = done;
            stanza(
                    "<presence xmlns='jabber:client' to='" + XmppServer.ROOM + "/" + user(person)
                            + "'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>",
                    false);
        });
    }

    @Override
    public void say(int toPerson, String body) {
        message(user(toPerson) + "@" + XmppServer.HOST, "chat", body);
    }

    @Override
    public void sayToGroup(String body) {
        message(XmppServer.ROOM, "groupchat", body);
    }

    private void message(String to, String type, String body) {
        loop.runOnContext(now -> {
            stanza(
                    "<message xmlns='jabber:client' to='" + to + "' type='" + type + "'><body>" + body
                            + "</body></message>",
                    true);
            write("<r xmlns='" + MANAGEMENT + "'/>");
        });
    }

    @Override
    public void leave() {
        loop.runOnContext(now -> {
            left = true;
            // The server ends the socket: one that is torn away may be kept for its return.
            write("<presence xmlns='jabber:client' type='unavailable'/>");
            write("<close xmlns='" + FRAMING + "'/>");
        });
    }

    private void begin() {
        write("<open xmlns='" + FRAMING + "' to='" + XmppServer.HOST + "' version='1.0'/>");
    }

    private void frame(String text) {
        if (text.startsWith("<message")) {
            received++;
            body(text);
        } else if (text.startsWith(ACK)) {
            acknowledged(count(text));
        } else if (text.startsWith("<r ") || text.startsWith("<r/")) {
            write("<a xmlns='" + MANAGEMENT + "' h='" + received + "'/>");
        } else if (text.startsWith("<presence")) {
            received++;
            presence(text);
        } else if (text.startsWith("<iq")) {
            received += managed ? 1 : 0;
            iq(text);
        } else if (text.contains("features")) {
            features();
        } else if (text.startsWith("<success")) {
            signedIn = true;
            begin();
        } else if (text.startsWith("<enabled")) {
            managed = true;
            received = 0;
            uncounted.clear();
            stanza("<presence xmlns='jabber:client'/>", false);
        } else if (text.startsWith("<fail") || text.contains("stream:error") || text.startsWith("<error")) {
            listener.onFailure(text);
        }
    }

    private void features() {
        if (signedIn) {
            write("<iq xmlns='jabber:client' type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                    + "<resource>load</resource></bind></iq>");
            return;
        }
        String plain = "\0" + user(person) + "\0" + XmppServer.PASSWORD;
        write("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
                + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)) + "</auth>");
    }

    private void iq(String text) {
        if (!managed && text.contains("urn:ietf:params:xml:ns:xmpp-bind")) {
            write("<enable xmlns='" + MANAGEMENT + "'/>");
        }
    }

    private void presence(String text) {
        if (text.contains("type='error'") || text.contains("type=\"error\"")) {
            listener.onFailure(text);
        } else if (text.contains("code='110'") || text.contains("code=\"110\"")) {
            // XEP-0045: this presence is one's own, and the last one of those who are in the room.
            joined.run();
        } else if (!reachable) {
            // RFC 6121: the server shows it to its owner too, once it has taken effect.
            reachable = true;
            listener.onReady();
        }
    }

    private void body(String text) {
        int from = text.indexOf("<body>");
        int to = text.indexOf("</body>");
        if (text.contains("type='error'") || text.contains("type=\"error\"")) {
            listener.onFailure(text);
        } else if (from >= 0 && to > from) {
            listener.onBody(text.substring(from + "<body>".length(), to));
        }
    }

    private void acknowledged(long now) {
        for (; counted < now; counted++) {
            if (Boolean.TRUE.equals(uncounted.poll())) {
                listener.onAccepted();
            }
        }
    }

    private static long count(String ack) {
        int at = ack.indexOf(COUNT) + COUNT.length() + 1;
        int end = at;
        while (end < ack.length() && Character.isDigit(ack.charAt(end))) {
            end++;
        }
        return Long.parseLong(ack.substring(at, end));
    }

    private void stanza(String text, boolean isMessage) {
        uncounted.add(isMessage);
        write(text);
    }

    private void write(String text) {
        WebSocket open = socket;
        if (open != null && !open.isClosed()) {
            open.writeTextMessage(text).onFailure(failed -> {
                if (!left) {
                    listener.onFailure("cannot write: " + failed.getMessage());
                }
            });
        }
    }

    static List<String> protocols() {
        return List.of("xmpp");
    }
}
