package chat.natter.auth.identity;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Reads an ID token of our realm: its key, RS256 and nothing else, its issuer, for our app, not expired. */
@Singleton
class VerifyIdToken {
    private static final Logger LOG = Logger.getLogger(VerifyIdToken.class);
    private static final AlgorithmConstraints ONLY_RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);
    private static final int SKEW_SECONDS = 30;
    private static final int MAX_NAME = 64;

    private final KeycloakRealm keycloak;
    private final KeycloakConfig config;
    private final Clock clock;

    VerifyIdToken(@RestClient KeycloakRealm keycloak, KeycloakConfig config, Clock clock) {
        this.keycloak = keycloak;
        this.config = config;
        this.clock = clock;
    }

    Optional<OutsideIdentity> verify(String idToken) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys().getJsonWebKeys()))
                    .setJwsAlgorithmConstraints(ONLY_RS256)
                    .setExpectedIssuer(config.issuer().orElse(config.url() + "/realms/" + config.realm()))
                    .setExpectedAudience(config.appClientId())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(idToken);
            return Optional.of(new OutsideIdentity(
                    claims.getSubject(), claims.getStringClaimValue("identity_provider"), nameIn(claims)));
        } catch (InvalidJwtException | MalformedClaimException e) {
            // The token itself is not logged, and the exception's message would quote it.
            LOG.warn("an ID token of Keycloak was refused: check issuer and client of the realm");
            return Optional.empty();
        }
    }

    /** Asked anew each time: social sign-ins are rare, and keys are rotated. */
    private JsonWebKeySet keys() {
        try (Response response = CallKeycloak.call(() -> keycloak.keys(config.realm()))) {
            if (response.getStatus() != 200) {
                throw CallKeycloak.unexpected(response);
            }
            return new JsonWebKeySet(response.readEntity(String.class));
        } catch (JoseException e) {
            throw new IllegalStateException("Keycloak's key set cannot be read", e);
        }
    }

    /** A provider may say anything; what could not be typed in as a display name is left out. */
    private static String nameIn(JwtClaims claims) throws MalformedClaimException {
        String name = claims.getStringClaimValue("name");
        if (name == null || name.isBlank()) {
            return "New user";
        }
        String visible = name.strip()
                .codePoints()
                .filter(it -> Character.isLetterOrDigit(it) || " .'-".indexOf(it) >= 0)
                .limit(MAX_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return visible.isEmpty() ? "New user" : visible;
    }
}
