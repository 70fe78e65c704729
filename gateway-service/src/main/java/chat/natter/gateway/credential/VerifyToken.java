package chat.natter.gateway.credential;

import chat.natter.contract.DeviceId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.gateway.session.Identity;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Checks an access token (RFC 7519, RS256 only) against the keys at hand, without asking anybody. */
final class VerifyToken {
    private static final String DEVICE_CLAIM = "did";
    private static final String SIGN_IN_CLAIM = "sid";
    private static final int CLOCK_SKEW_SECONDS = 30;

    private final Supplier<KeySet> keys;
    private final Clock clock;
    private final String issuer;
    private final String audience;

    VerifyToken(Supplier<KeySet> keys, String issuer, String audience, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    Optional<Identity> verify(String token) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver((signature, nesting) -> keys.get().require(signature.getKeyIdHeaderValue()))
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String device = claims.getStringClaimValue(DEVICE_CLAIM);
            String signIn = claims.getStringClaimValue(SIGN_IN_CLAIM);
            if (device == null || signIn == null) {
                return Optional.empty();
            }
            return Optional.of(
                    new Identity(new UserId(claims.getSubject()), new DeviceId(device), new SessionId(signIn)));
        } catch (InvalidJwtException | MalformedClaimException | InvalidId e) {
            return Optional.empty();
        }
    }
}
