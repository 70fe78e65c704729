package chat.natter.auth.link;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device that asks to be let in.
 *
 * @param challenge SHA-256, in base64url, of the secret that the device keeps to itself
 * @param address where it asks from
 * @param account whose device has approved it, if any has
 * @param used whether a session came of it
 */
record Link(
        String challenge,
        String deviceName,
        String platform,
        String address,
        Instant expiresAt,
        @Nullable UserId account,
        boolean used) {

    /** Whether it may still be looked at and approved. */
    boolean isOpen(Instant now) {
        return account == null && expiresAt.isAfter(now);
    }

    /** Why no session may come of it for who has that secret; empty if one may. */
    Optional<Problem> refusal(String hashOfSecret, Instant now) {
        if (!MessageDigest.isEqual(ascii(challenge), ascii(hashOfSecret)) || used || !expiresAt.isAfter(now)) {
            return Optional.of(Problem.GONE);
        }
        return account == null ? Optional.of(Problem.LINK_PENDING) : Optional.empty();
    }

    private static byte[] ascii(String base64) {
        return base64.getBytes(StandardCharsets.US_ASCII);
    }
}
