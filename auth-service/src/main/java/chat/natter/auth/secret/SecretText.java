package chat.natter.auth.secret;

import chat.natter.contract.Digests;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** 256 random bits as text. We keep their SHA-256, which needs no salt at that length. */
public final class SecretText {
    private static final int BYTES = 32;

    private SecretText() {}

    public static String next(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of it: 32 bytes. */
    public static byte[] hash(String text) {
        return Digests.sha256(text);
    }
}
