package chat.natter.history.admin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdminTokenTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void letsInWhoShowsTheSecretAndNobodyElse() {
        assertThatCode(() -> token(SECRET).check("Bearer " + SECRET)).doesNotThrowAnyException();
        for (String shown : new String[] {"Bearer " + SECRET + "0", "Bearer ", "Basic " + SECRET, SECRET, ""}) {
            assertRefused(SECRET, shown, Problem.UNAUTHENTICATED);
        }
        assertRefused(SECRET, null, Problem.UNAUTHENTICATED);
    }

    @Test
    void withoutASecretNobodyMay() {
        assertRefused(null, "Bearer ", Problem.FORBIDDEN);
        assertRefused(null, null, Problem.FORBIDDEN);
    }

    @Test
    void aShortSecretIsNone() {
        assertThatThrownBy(() -> token("secret")).hasMessageContaining("32");
    }

    private static void assertRefused(@Nullable String secret, @Nullable String shown, Problem problem) {
        assertThatThrownBy(() -> token(secret).check(shown))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::problem)
                .isEqualTo(problem);
    }

    private static AdminToken token(@Nullable String secret) {
        return new AdminToken(() -> Optional.ofNullable(secret));
    }
}
