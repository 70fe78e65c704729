package chat.natter.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
    private final Random random = new Random(1);

    @Test
    void holds256RandomBits() {
        // When
        RefreshToken one = RefreshToken.next(random);
        RefreshToken other = RefreshToken.next(random);

        // Then
        assertThat(Base64.getUrlDecoder().decode(one.text())).hasSize(32);
        assertThat(one.text()).isNotEqualTo(other.text());
    }

    @Test
    void isKnownByItsHashOnly() {
        RefreshToken token = RefreshToken.next(random);
        assertThat(token.hash()).hasSize(32).isEqualTo(new RefreshToken(token.text()).hash());
        assertThat(token.toString()).doesNotContain(token.text());
    }
}
