package chat.natter.presence;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Plays auth-service: a key of its own, its JWKS in a file, and tokens signed with it. No broker is configured. */
public final class SignTokens implements QuarkusTestResourceLifecycleManager {
    private static final KeyPair KEYS = generate();
    private static final KeyPair OTHER = generate();

    @Override
    public Map<String, String> start() {
        try {
            Path made = Files.createTempDirectory("presence-test");
            Path jwks = Files.writeString(made.resolve("jwks.json"), jwks());
            return Map.of(
                    "mp.jwt.verify.publickey.location", jwks.toUri().toString(),
                    "natter.presence.state-dir", made.resolve("state").toString(),
                    "kafka.bootstrap.servers", "127.0.0.1:1");
        } catch (IOException failed) {
            throw new IllegalStateException("no temporary directory", failed);
        }
    }

    @Override
    public void stop() {}

    public static String valid() {
        return sign("natter", Instant.now().plus(Duration.ofMinutes(15)), KEYS);
    }

    public static String expired() {
        return sign("natter", Instant.now().minus(Duration.ofHours(1)), KEYS);
    }

    public static String ofIssuer(String issuer) {
        return sign(issuer, Instant.now().plus(Duration.ofMinutes(15)), KEYS);
    }

    public static String signedByAnotherKey() {
        return sign("natter", Instant.now().plus(Duration.ofMinutes(15)), OTHER);
    }

    private static String sign(String issuer, Instant expiry, KeyPair keys) {
        return Jwt.issuer(issuer)
                .audience("natter")
                .subject("01ja0000000000000000000001")
                .expiresAt(expiry)
                .jws()
                .keyId("test")
                .sign(keys.getPrivate());
    }

    public static String jwks() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"test\",\"n\":\""
                + base64.encodeToString(key.getModulus().toByteArray()) + "\",\"e\":\""
                + base64.encodeToString(key.getPublicExponent().toByteArray()) + "\"}]}";
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }
}
