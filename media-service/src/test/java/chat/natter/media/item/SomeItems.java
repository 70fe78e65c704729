package chat.natter.media.item;

import chat.natter.contract.MediaId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Files and their owners for tests. */
public final class SomeItems {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Random RANDOM = new Random(11);
    public static final byte[] BYTES = png(22);

    private SomeItems() {}

    public static UserId user() {
        return new UserId(Ulid.next(NOW, RANDOM));
    }

    public static MediaItem of(UserId owner, byte[] bytes, String mime, @Nullable String name) {
        return of(
                owner,
                new FileClaim(
                        new Mime(mime),
                        bytes.length,
                        sha256(bytes),
                        null,
                        name == null ? null : new FileName(name),
                        false,
                        false));
    }

    public static MediaItem of(UserId owner, FileClaim file) {
        return new MediaItem(new MediaId(Ulid.next(NOW, RANDOM)), owner, file, NOW);
    }

    /** The claim of a file that travels in parts. */
    public static FileClaim inParts(byte[] bytes, int partSize, String mime) {
        List<Sha256> hashes = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += partSize) {
            hashes.add(sha256(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + partSize))));
        }
        return new FileClaim(
                new Mime(mime), bytes.length, Sha256.ofParts(hashes), new PartSize(partSize), null, false, false);
    }

    /** A picture by its first bytes, and then noise: no two sizes have the same bytes. */
    public static byte[] png(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        byte[] start = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
        System.arraycopy(start, 0, bytes, 0, Math.min(start.length, size));
        return bytes;
    }

    /** A film by its first bytes. */
    public static byte[] mp4(int size) {
        byte[] bytes = png(size);
        byte[] start = {0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0, 0, 0};
        System.arraycopy(start, 0, bytes, 0, Math.min(start.length, size));
        return bytes;
    }

    public static Sha256 sha256(byte[] bytes) {
        try {
            return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
