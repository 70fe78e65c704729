package chat.natter.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.DeviceId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.gateway.session.Identity;
import chat.natter.gateway.session.SetClock;
import java.time.Duration;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerifyTokenTest {
    private static final String USER = "01ja0000000000000000000001";
    private static final String DEVICE = "01jd0000000000000000000001";
    private static final SignTokens AUTH = new SignTokens("k1");
    private static final SignTokens STRANGER = new SignTokens("k1");

    private final SetClock clock = new SetClock();
    private final KeySet keys = KeySet.parse(AUTH.jwks());
    private final VerifyToken verify = new VerifyToken(() -> keys, "natter", "natter", clock);
    private final JwtClaims claims =
            SignTokens.claims(USER, DEVICE, clock.instant().plusSeconds(900));

    @Test
    void acceptsAGoodToken() {
        assertThat(verify.verify(AUTH.sign(claims)))
                .contains(new Identity(new UserId(USER), new DeviceId(DEVICE), new SessionId(SignTokens.SIGN_IN)));
    }

    @Test
    void refusesAnExpiredToken() {
        // Given
        String token = AUTH.sign(claims);

        // When
        clock.advance(Duration.ofSeconds(900 + 31));

        // Then
        assertThat(verify.verify(token)).isEmpty();
    }

    @Test
    void refusesATokenThatNeverExpires() {
        // When
        claims.unsetClaim("exp");

        // Then
        assertThat(verify.verify(AUTH.sign(claims))).isEmpty();
    }

    @Test
    void refusesAnotherKeyOfTheSameName() {
        assertThat(verify.verify(STRANGER.sign(claims))).isEmpty();
    }

    @Test
    void refusesAKeyThatIsNotPublished() {
        assertThat(verify.verify(new SignTokens("k2").sign(claims))).isEmpty();
    }

    @Test
    void refusesEverythingWhileNoKeyIsThere() {
        // When
        VerifyToken early = new VerifyToken(() -> KeySet.EMPTY, "natter", "natter", clock);

        // Then
        assertThat(early.verify(AUTH.sign(claims))).isEmpty();
    }

    @Test
    void refusesATokenWithoutSignature() {
        assertThat(verify.verify(AUTH.withoutSignature(claims))).isEmpty();
    }

    @Test
    void refusesThePublicKeyAsSecret() {
        assertThat(verify.verify(AUTH.withThePublicKeyAsSecret(claims))).isEmpty();
    }

    @Test
    void refusesEveryOtherAlgorithm() {
        assertThat(verify.verify(AUTH.signWith(AlgorithmIdentifiers.RSA_PSS_USING_SHA256, claims)))
                .isEmpty();
        assertThat(verify.verify(AUTH.signWith(AlgorithmIdentifiers.RSA_USING_SHA512, claims)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "did"})
    void refusesAClaimThatIsMissing(String claim) {
        // When
        claims.unsetClaim(claim);

        // Then
        assertThat(verify.verify(AUTH.sign(claims))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "did"})
    void refusesAClaimThatIsWrong(String claim) {
        // When
        claims.setStringClaim(claim, "another");

        // Then
        assertThat(verify.verify(AUTH.sign(claims))).isEmpty();
    }

    @Test
    void refusesADeviceThatIsNoText() {
        // When
        claims.setClaim("did", 7);

        // Then
        assertThat(verify.verify(AUTH.sign(claims))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "..", "a.b.c.d.e"})
    void refusesWhatIsNoToken(String text) {
        assertThat(verify.verify(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}"})
    void keepsTheLastKeysRatherThanTakingNone(String jwks) {
        assertThatThrownBy(() -> KeySet.parse(jwks)).isInstanceOf(IllegalArgumentException.class);
    }
}
