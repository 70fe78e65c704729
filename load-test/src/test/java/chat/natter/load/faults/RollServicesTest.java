package chat.natter.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollServicesTest {
    @Test
    void restartsEveryServiceInTheOrderOfAnUpgradeAndNoServer() {
        List<String> restarted = new ArrayList<>();
        new RollServices(List.of(
                        "kafka",
                        "gateway-2",
                        "auth",
                        "message-1",
                        "gateway-1",
                        "cassandra",
                        "message-2",
                        "media",
                        "presence",
                        "history"))
                .forEachRemaining(planned -> restarted.add(planned.trouble().text()));

        assertThat(restarted)
                .containsExactly(
                        "restart history",
                        "restart media",
                        "restart presence",
                        "restart auth",
                        "restart message-1",
                        "restart message-2",
                        "restart gateway-1",
                        "restart gateway-2");
    }
}
