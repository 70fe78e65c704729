package chat.natter.client.media;

import chat.natter.contract.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A file as it travels: whole, or in parts of equal size.
 *
 * @param hashes SHA-256 of each part in hexadecimal
 */
record FileParts(Path path, long size, int partSize, List<String> hashes) {
    /** What the server takes in one PUT. */
    static final int LARGEST_PUT = 16 * 1024 * 1024;

    private static final int PART = 8 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    FileParts {
        hashes = List.copyOf(hashes);
    }

    /** Reads the file once, through a small buffer. */
    static FileParts of(Path path) throws IOException {
        long size = Files.size(path);
        int partSize = size > LARGEST_PUT ? PART : LARGEST_PUT;
        List<String> hashes = new ArrayList<>();
        try (InputStream in = Files.newInputStream(path)) {
            for (long from = 0; from < size; from += partSize) {
                hashes.add(hash(in, Math.min(partSize, size - from)));
            }
        }
        return new FileParts(path, size, partSize, hashes);
    }

    private static String hash(InputStream in, long length) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("the file has become shorter while it was read");
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    boolean isWhole() {
        return partSize == LARGEST_PUT;
    }

    /** As the server wants it. */
    String sha256OfAll() {
        if (isWhole()) {
            return hashes.get(0);
        }
        MessageDigest digest = Digests.sha256();
        hashes.forEach(hash -> digest.update(HexFormat.of().parseHex(hash)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Numbers count from 1. */
    long offsetOf(int number) {
        return (number - 1L) * partSize;
    }

    long lengthOf(int number) {
        return Math.min(partSize, size - offsetOf(number));
    }
}
