package chat.natter.history.group;

import chat.natter.contract.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The link of a topic.
 *
 * @param codeHash SHA-256 of its code, in hexadecimal digits
 * @param expiresAt null for never
 */
public record Invite(String codeHash, @Nullable Instant expiresAt) {
    /** Whether that code lets somebody in at that time. */
    public boolean opens(String code, Instant now) {
        boolean over = expiresAt != null && !now.isBefore(expiresAt);
        return !over
                && MessageDigest.isEqual(
                        hash(code).getBytes(StandardCharsets.US_ASCII), codeHash.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String code) {
        return HexFormat.of().formatHex(Digests.sha256(code));
    }
}
