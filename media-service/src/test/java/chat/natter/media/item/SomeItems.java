package chat.natter.media.item;

import chat.natter.contract.MediaId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Files and their owners for tests. */
public final class SomeItems {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final byte[] BYTES = "the bytes of a picture".getBytes(StandardCharsets.UTF_8);
    private static final Random RANDOM = new Random(11);

    private SomeItems() {}

    public static UserId user() {
        return new UserId(Ulid.next(NOW, RANDOM));
    }

    public static MediaItem of(UserId owner, byte[] bytes, String mime, @Nullable String name) {
        return new MediaItem(
                new MediaId(Ulid.next(NOW, RANDOM)),
                owner,
                new Mime(mime),
                bytes.length,
                sha256(bytes),
                name == null ? null : new FileName(name),
                NOW);
    }

    public static Sha256 sha256(byte[] bytes) {
        try {
            return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
