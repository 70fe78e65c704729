package chat.natter.stack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** How to see from outside that a process serves. The target is {@code tcp://host:port} or an http URL. */
public record Probe(Kind kind, URI target) {
    private static final int TIMEOUT_MILLIS = 2_000;

    /** What counts as an answer. */
    public enum Kind {
        /** Somebody accepts connections. */
        ACCEPTS,
        /** The server speaks first: its kernel accepts long before it does. */
        GREETS,
        /** HTTP 200. */
        OK,
        /** Any HTTP answer, for a server that answers strangers with 403. */
        ANSWERS
    }

    public static Probe accepts(int port) {
        return new Probe(Kind.ACCEPTS, URI.create("tcp://127.0.0.1:" + port));
    }

    public static Probe greets(int port) {
        return new Probe(Kind.GREETS, URI.create("tcp://127.0.0.1:" + port));
    }

    public static Probe ok(String url) {
        return new Probe(Kind.OK, URI.create(url));
    }

    public static Probe answers(String url) {
        return new Probe(Kind.ANSWERS, URI.create(url));
    }

    public boolean isReady() {
        try {
            return switch (kind) {
                case ACCEPTS -> connects(false);
                case GREETS -> connects(true);
                case OK -> status() == HttpURLConnection.HTTP_OK;
                case ANSWERS -> status() > 0;
            };
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean connects(boolean andGreets) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), TIMEOUT_MILLIS);
            return !andGreets || socket.getInputStream().read() >= 0;
        }
    }

    private int status() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
