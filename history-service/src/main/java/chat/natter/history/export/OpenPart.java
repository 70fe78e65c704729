package chat.natter.history.export;

import chat.natter.contract.Digests;
import chat.natter.history.objects.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file that is being written; given up unless it was completed. */
final class OpenPart implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final String key;
    private final Upload upload;
    private final MessageDigest sha256 = Digests.sha256();
    private final GZIPOutputStream gzip;
    private long entries;

    OpenPart(String key, Upload upload) {
        this.key = key;
        this.upload = upload;
        try {
            gzip = new GZIPOutputStream(new DigestOutputStream(upload, sha256), BUFFER_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(byte[] line) {
        try {
            gzip.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries++;
    }

    long entries() {
        return entries;
    }

    /** From here on the file is there. */
    ArchiveParts.Part complete() {
        try {
            gzip.finish();
            upload.complete();
            gzip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArchiveParts.Part(
                key, entries, upload.bytes(), HexFormat.of().formatHex(sha256.digest()));
    }

    @Override
    public void close() {
        // Not the compressor: it would write its last bytes to a file that is given up.
        upload.close();
    }
}
