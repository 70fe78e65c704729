package chat.natter.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.auth.id.DeviceSessionId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static SigningKey key;
    private static SigningKey foreignKey;

    private final AccessToken token =
            new AccessToken(new UserId(id(1)), new DeviceId(id(2)), new DeviceSessionId(id(3)));

    @BeforeAll
    static void makeKeys() throws Exception {
        key = SigningKey.parse(TestKeys.pem(2048));
        foreignKey = SigningKey.parse(TestKeys.pem(2048));
    }

    @Test
    void readsBackWhatWasSigned() {
        assertThat(verifyAt(NOW, sign(key))).contains(token);
        assertThat(verifyAt(NOW.plus(LIFETIME).minusSeconds(1), sign(key))).contains(token);
    }

    @Test
    void saysWhatTheOtherServicesVerify() {
        // When
        String[] parts = sign(key).split("\\.", -1);
        String header = decode(parts[0]);
        String claims = decode(parts[1]);

        // Then
        assertThat(header).contains("\"kid\":\"" + key.keyId() + "\"").contains("\"alg\":\"RS256\"");
        assertThat(claims)
                .contains("\"iss\":\"natter\"")
                .contains("\"aud\":\"natter\"")
                .contains("\"sub\":\"" + token.user() + "\"")
                .contains("\"did\":\"" + token.device() + "\"")
                .contains("\"sid\":\"" + token.session() + "\"")
                .contains("\"exp\":" + NOW.plus(LIFETIME).getEpochSecond());
    }

    @Test
    void refusesAnExpiredToken() {
        assertThat(verifyAt(NOW.plus(LIFETIME), sign(key))).isEmpty();
    }

    @Test
    void refusesAForeignKey() {
        assertThat(verifyAt(NOW, sign(foreignKey))).isEmpty();
    }

    @Test
    void refusesATokenWithoutSignature() {
        // Given
        String[] parts = sign(key).split("\\.", -1);
        String none = encode("{\"alg\":\"none\"}");

        // Then
        assertThat(verifyAt(NOW, none + "." + parts[1] + ".")).isEmpty();
        assertThat(verifyAt(NOW, parts[0] + "." + parts[1] + ".")).isEmpty();
    }

    @Test
    void refusesThePublicKeyAsASharedSecret() {
        // Given: the classic confusion of algorithms
        String forged = Jwt.issuer("natter")
                .audience("natter")
                .subject(token.user().value())
                .claim("did", token.device().value())
                .claim("sid", token.session().value())
                .expiresAt(NOW.plus(LIFETIME))
                .signWithSecret(
                        Base64.getEncoder().encodeToString(key.publicKey().getEncoded()));

        // Then
        assertThat(verifyAt(NOW, forged)).isEmpty();
    }

    @Test
    void refusesAnotherAudienceOrIssuer() {
        assertThat(verifyAt(NOW, foreign("natter", "bank"))).isEmpty();
        assertThat(verifyAt(NOW, foreign("bank", "natter"))).isEmpty();
    }

    @Test
    void refusesChangedClaimsAndNonsense() {
        // Given
        String[] parts = sign(key).split("\\.", -1);
        String changed = decode(parts[1]).replace(token.user().value(), id(9));

        // Then
        assertThat(verifyAt(NOW, parts[0] + "." + encode(changed) + "." + parts[2]))
                .isEmpty();
        assertThat(verifyAt(NOW, "")).isEmpty();
        assertThat(verifyAt(NOW, "a.b.c")).isEmpty();
    }

    private String sign(SigningKey by) {
        return new SignAccessToken(by, clockAt(NOW), LIFETIME).sign(token);
    }

    private String foreign(String issuer, String audience) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject(token.user().value())
                .claim("did", token.device().value())
                .claim("sid", token.session().value())
                .expiresAt(NOW.plus(LIFETIME))
                .sign(key.privateKey());
    }

    private static Optional<AccessToken> verifyAt(Instant now, String jwt) {
        return new VerifyAccessToken(key, clockAt(now)).verify(jwt);
    }

    private static Clock clockAt(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static String id(long seed) {
        return Ulid.next(NOW, new Random(seed));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
