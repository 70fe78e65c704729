package chat.natter.auth.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * A code that was sent, as the database knows it.
 *
 * @param codeMac the code's HMAC, in hexadecimal digits
 * @param attempts how often it was tried before
 * @param proven whether it was exchanged for a proof already
 */
record Challenge(String codeMac, int attempts, Instant expiresAt, boolean proven) {
    enum Verdict {
        RIGHT,
        WRONG,
        /** Expired, tried too often, or exchanged before: which of them is nobody's business. */
        GONE
    }

    /** The comparison takes the same time wherever the two differ. */
    Verdict judge(String triedMac, int maxAttempts, Instant now) {
        if (proven || attempts >= maxAttempts || !expiresAt.isAfter(now)) {
            return Verdict.GONE;
        }
        return MessageDigest.isEqual(ascii(codeMac), ascii(triedMac)) ? Verdict.RIGHT : Verdict.WRONG;
    }

    private static byte[] ascii(String digits) {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }
}
