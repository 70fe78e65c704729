package chat.natter.stack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** How to see from outside that a process serves. The target is {@code tcp://host:port} or an http URL. */
public record Probe(Kind kind, URI target) {
    private static final int TIMEOUT_MILLIS = 2_000;

    /** Kafka's ApiVersions, version 0, from a client without a name. */
    private static final byte[] API_VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

    /** The OPTIONS frame of CQL's protocol 4: what a client may ask before anything else. */
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    /** What counts as an answer. */
    public enum Kind {
        /** Somebody accepts connections. */
        ACCEPTS,
        /** A broker answers. A container engine accepts connections long before. */
        KAFKA,
        /** A Cassandra answers; likewise. */
        CQL,
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

    public static Probe kafka(int port) {
        return new Probe(Kind.KAFKA, URI.create("tcp://127.0.0.1:" + port));
    }

    public static Probe cql(int port) {
        return new Probe(Kind.CQL, URI.create("tcp://127.0.0.1:" + port));
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
                case ACCEPTS -> connects(socket -> true);
                case KAFKA -> connects(socket -> answers(socket, API_VERSIONS));
                case CQL -> connects(socket -> answers(socket, OPTIONS));
                case GREETS -> connects(socket -> answers(socket, new byte[0]));
                case OK -> status() == HttpURLConnection.HTTP_OK;
                case ANSWERS -> status() > 0;
            };
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean connects(Answer then) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), TIMEOUT_MILLIS);
            return then.isGiven(socket);
        }
    }

    private static boolean answers(Socket socket, byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return socket.getInputStream().read() >= 0;
    }

    private interface Answer {
        boolean isGiven(Socket socket) throws IOException;
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
