package chat.natter.auth.token;

import chat.natter.auth.id.DeviceSessionId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Reads what {@link SignAccessToken} wrote: our key, RS256 and nothing else, our issuer and audience, not expired. */
@ApplicationScoped // filters are made before the configuration is read: a proxy waits for it
public class VerifyAccessToken {
    private static final AlgorithmConstraints ONLY_RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

    private final SigningKey key;
    private final Clock clock;

    VerifyAccessToken(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Empty for anything that is not a token of ours that is still good. */
    public Optional<AccessToken> verify(String jwt) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKey(key.publicKey())
                    .setJwsAlgorithmConstraints(ONLY_RS256)
                    .setExpectedIssuer(AccessToken.ISSUER)
                    .setExpectedAudience(AccessToken.AUDIENCE)
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(jwt);
            return Optional.of(read(claims));
        } catch (InvalidJwtException | MalformedClaimException | InvalidId e) {
            return Optional.empty();
        }
    }

    private static AccessToken read(JwtClaims claims) throws MalformedClaimException {
        return new AccessToken(
                new UserId(claims.getSubject()),
                new DeviceId(text(claims, AccessToken.DEVICE_CLAIM)),
                new DeviceSessionId(text(claims, AccessToken.SESSION_CLAIM)));
    }

    private static String text(JwtClaims claims, String name) throws MalformedClaimException {
        String value = claims.getStringClaimValue(name);
        if (value == null) {
            throw new MalformedClaimException("no " + name);
        }
        return value;
    }
}
