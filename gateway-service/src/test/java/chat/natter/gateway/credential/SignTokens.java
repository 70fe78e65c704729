package chat.natter.gateway.credential;

import java.time.Instant;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Plays auth-service: a key of its own, its JWKS, and tokens signed with it. */
public final class SignTokens {
    /** The device session of every token. */
    public static final String SIGN_IN = "01js0000000000000000000001";

    private final RsaJsonWebKey key;

    public SignTokens(String keyId) {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    public String jwks() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    public static JwtClaims claims(String user, String device, Instant expires) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("natter");
        claims.setAudience("natter");
        claims.setSubject(user);
        claims.setStringClaim("did", device);
        claims.setStringClaim("sid", SIGN_IN);
        claims.setExpirationTime(NumericDate.fromMilliseconds(expires.toEpochMilli()));
        return claims;
    }

    public String sign(JwtClaims claims) {
        JsonWebSignature signature = signature(claims, AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key.getPrivateKey());
        return serialized(signature);
    }

    String signWith(String algorithm, JwtClaims claims) {
        JsonWebSignature signature = signature(claims, algorithm);
        signature.setKey(key.getPrivateKey());
        return serialized(signature);
    }

    String withoutSignature(JwtClaims claims) {
        JsonWebSignature signature = signature(claims, AlgorithmIdentifiers.NONE);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        return serialized(signature);
    }

    /** The old trick: what is public as an RSA key is used as the secret of a symmetric algorithm. */
    String withThePublicKeyAsSecret(JwtClaims claims) {
        JsonWebSignature signature = signature(claims, AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        return serialized(signature);
    }

    private JsonWebSignature signature(JwtClaims claims, String algorithm) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(algorithm);
        return signature;
    }

    private static String serialized(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot be signed", e);
        }
    }
}
