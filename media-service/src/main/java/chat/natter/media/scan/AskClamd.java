package chat.natter.media.scan;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One {@code INSTREAM} conversation with clamd: chunks with their lengths, an empty one, and one line of answer. */
final class AskClamd {
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_024;
    private static final int CONNECT_MILLIS = 2_000;
    private static final String BEFORE = "stream: ";
    private static final String FOUND = " FOUND";

    private final InetSocketAddress clamd;
    private final Duration timeout;

    AskClamd(InetSocketAddress clamd, Duration timeout) {
        this.clamd = clamd;
        this.timeout = timeout;
    }

    /** The name of what was found; empty if the bytes are clean. */
    Optional<String> about(InputStream bytes) {
        try (Socket socket = new Socket()) {
            socket.connect(clamd, CONNECT_MILLIS);
            socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            send(bytes, out);
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new ScannerUnavailable(e);
        }
    }

    private static void send(InputStream bytes, DataOutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int length = bytes.readNBytes(chunk, 0, CHUNK);
        while (length > 0) {
            out.writeInt(length);
            out.write(chunk, 0, length);
            length = bytes.readNBytes(chunk, 0, CHUNK);
        }
        out.writeInt(0);
        out.flush();
    }

    private static Optional<String> answer(InputStream in) throws IOException {
        String line = new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).replace("\0", "");
        if (line.equals(BEFORE + "OK")) {
            return Optional.empty();
        }
        if (line.startsWith(BEFORE) && line.endsWith(FOUND)) {
            return Optional.of(line.substring(BEFORE.length(), line.length() - FOUND.length()));
        }
        throw new IOException("clamd answered " + line);
    }
}
