package chat.natter.gateway.web;

import chat.natter.contract.Digests;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** One file as it is sent. */
record WebFile(Buffer bytes, Buffer gzipped, String contentType, String tag, boolean immutable) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "json", "application/json",
            "webmanifest", "application/manifest+json");
    private static final int TAG_BYTES = 12;

    /** {@code immutable}: the name changes with what is in the file. */
    static WebFile of(String path, byte[] bytes, boolean immutable) {
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        return new WebFile(Buffer.buffer(bytes), Buffer.buffer(gzip(bytes)), type, tag(bytes), immutable);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(Digests.sha256(bytes), 0, TAG_BYTES) + '"';
    }
}
