package chat.natter.auth.verification;

import chat.natter.auth.token.SigningKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes codes, and the form in which they are stored: a six-digit code behind a plain hash is found in a second, behind
 * an HMAC only by who has the key. The key is derived from the signing key, which all instances share.
 */
@Singleton
class MacCode {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODES = 1_000_000;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    MacCode(SigningKey signingKey, RandomGenerator random) {
        this.key = new SecretKeySpec(signingKey.derive("one-time codes"), ALGORITHM);
        this.random = random;
    }

    /** Six digits. */
    String next() {
        return "%06d".formatted(random.nextInt(CODES));
    }

    ProofToken nextProof() {
        return ProofToken.next(random);
    }

    /** In hexadecimal digits. */
    String of(String verificationId, String code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] text = (verificationId + ":" + code).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
