package chat.natter.auth.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Writes access tokens that are wrong in one thing only. */
final class JwtForger {
    private final PrivateKey key;

    /** With the service's own key. */
    JwtForger(Path signingKeyFile) throws IOException, GeneralSecurityException {
        String pem = Files.readString(signingKeyFile)
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        this.key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    String sign(Client.Tokens tokens, String issuer, String audience, Instant expires) throws JoseException {
        return sign(key, claims(tokens, issuer, audience, expires));
    }

    static String withAnotherKey(Client.Tokens tokens, Instant expires) throws JoseException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return sign(generator.generateKeyPair().getPrivate(), claims(tokens, "natter", "natter", expires));
    }

    static String withoutSignature(Client.Tokens tokens, Instant expires) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        signature.setPayload(claims(tokens, "natter", "natter", expires).toJson());
        return signature.getCompactSerialization();
    }

    private static String sign(PrivateKey key, JwtClaims claims) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }

    private static JwtClaims claims(Client.Tokens tokens, String issuer, String audience, Instant expires) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(tokens.user());
        claims.setStringClaim("did", tokens.device());
        claims.setStringClaim("sid", tokens.session());
        claims.setExpirationTime(NumericDate.fromMilliseconds(expires.toEpochMilli()));
        return claims;
    }
}
