package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
    @Test
    void asksForTheNewestFiftyByDefault() {
        assertThat(PageRequest.parse(null, null, null)).isEqualTo(PageRequest.newest(50));
    }

    @Test
    void readsBoundAndLimit() {
        assertThat(PageRequest.parse("12", null, "200")).isEqualTo(PageRequest.before(12, 200));
        assertThat(PageRequest.parse(null, "0", "1")).isEqualTo(PageRequest.after(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "", "ten", "1.5", "99999999999999999999", " 5"})
    void refusesALimitThatIsOutOfRange(String limit) {
        assertThatThrownBy(() -> PageRequest.parse(null, null, limit))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.BAD_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "x", "9223372036854775808", "1;DROP"})
    void refusesABoundThatIsNoSeq(String bound) {
        assertThatThrownBy(() -> PageRequest.parse(bound, null, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PageRequest.parse(null, bound, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesTwoBounds() {
        assertThatThrownBy(() -> PageRequest.parse("1", "2", null)).isInstanceOf(Refusal.class);
    }
}
