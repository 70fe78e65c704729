package chat.natter.history.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.natter.contract.Problem;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.problem.Refusal;
import org.junit.jupiter.api.Test;

class LivingUserTest {
    private final SomeMessages some = new SomeMessages();
    private final LivingUser livingUser = new LivingUser(some.alice::equals);

    @Test
    void letsOnlyThoseWriteWhoseAccountsAreThere() {
        assertThat(livingUser.require(some.bob)).isEqualTo(some.bob);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> livingUser.require(some.alice))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.UNAUTHENTICATED));
    }
}
