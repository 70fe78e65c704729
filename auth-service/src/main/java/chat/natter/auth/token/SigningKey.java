package chat.natter.auth.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/** The key that signs access tokens. Its {@code kid} is its RFC 7638 thumbprint, so that no one has to name keys. */
public final class SigningKey {
    static final int MIN_BITS = 2048;

    private final PrivateKey privateKey;
    private final RSAPublicKey publicKey;
    private final RsaJsonWebKey publicJwk;

    private SigningKey(RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.publicJwk = new RsaJsonWebKey(publicKey);
        publicJwk.setKeyId(publicJwk.calculateBase64urlEncodedThumbprint("SHA-256"));
        publicJwk.setUse("sig");
        publicJwk.setAlgorithm("RS256");
    }

    /** Fails with a text that names the file, if there is no such key in it. */
    public static SigningKey load(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "natter.auth.signing-key-file: %s holds no RSA private key of %d bits or more in PEM, PKCS#8 (%s)"
                            .formatted(file, MIN_BITS, e.getMessage()),
                    e);
        }
    }

    static SigningKey parse(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        PrivateKey key =
                rsa.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        if (!(key instanceof RSAPrivateCrtKey crt) || crt.getModulus().bitLength() < MIN_BITS) {
            throw new IllegalArgumentException("the key is too short or of another kind");
        }
        RSAPublicKeySpec publicSpec = new RSAPublicKeySpec(crt.getModulus(), crt.getPublicExponent());
        return new SigningKey(crt, (RSAPublicKey) rsa.generatePublic(publicSpec));
    }

    public String keyId() {
        return publicJwk.getKeyId();
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    /**
     * 32 bytes that only holders of the key can know, others for each purpose. So instances share further secrets
     * without having to be given them.
     */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(privateKey.getEncoded(), "HmacSHA256"));
            return mac.doFinal(("natter " + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    RSAPublicKey publicKey() {
        return publicKey;
    }

    /** The public key as RFC 7517 has it. */
    Map<String, Object> jwk() {
        return publicJwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }
}
