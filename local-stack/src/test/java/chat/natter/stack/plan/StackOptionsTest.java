package chat.natter.stack.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.report.StackFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackOptionsTest {
    @Test
    void takesOneBrokerOrThree() {
        assertThat(of(Servers.PROCESSES).withBrokers(1).brokers()).isEqualTo(1);
        assertThat(of(Servers.PROCESSES).withBrokers(3).observing().brokers()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 4})
    void refusesAnyOtherNumberOfBrokers(int brokers) {
        assertThatThrownBy(() -> of(Servers.PROCESSES).withBrokers(brokers))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--brokers must be 1 or 3, not " + brokers);
    }

    @Test
    void hasOneBrokerInAContainer() {
        assertThatThrownBy(() -> of(Servers.CONTAINERS).withBrokers(3))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--servers processes");
    }

    private static StackOptions of(Servers servers) {
        return new StackOptions(
                servers, 1, 1, 1, false, false, 6, List.of(), List.of(), PortPlan.of(0, Map.of(), Map.of()));
    }
}
