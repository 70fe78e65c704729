package chat.natter.auth.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Writes an {@link AccessToken} as an RS256 JWT. */
@Singleton
public class SignAccessToken {
    private final SigningKey key;
    private final Clock clock;
    private final Duration lifetime;

    @Inject
    SignAccessToken(SigningKey key, Clock clock, TokenConfig config) {
        this(key, clock, config.accessTokenLifetime());
    }

    SignAccessToken(SigningKey key, Clock clock, Duration lifetime) {
        this.key = key;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    public String sign(AccessToken token) {
        Instant now = clock.instant();
        return Jwt.issuer(AccessToken.ISSUER)
                .audience(AccessToken.AUDIENCE)
                .subject(token.user().value())
                .claim(AccessToken.DEVICE_CLAIM, token.device().value())
                .claim(AccessToken.SESSION_CLAIM, token.session().value())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.keyId())
                .sign(key.privateKey());
    }

    /** For {@code expiresIn}. */
    public long lifetimeSeconds() {
        return lifetime.toSeconds();
    }
}
