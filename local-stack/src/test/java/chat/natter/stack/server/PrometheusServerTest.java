package chat.natter.stack.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.service.ServiceLaunch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrometheusServerTest {
    @Test
    void looksAtEachServiceOnItsManagementPortUnderTheNameThatTheRulesKnow() {
        // Given
        ServiceLaunch gateway = new ServiceLaunch(
                "gateway-2",
                "gateway-service",
                "http://127.0.0.1:8081",
                9181,
                Set.of(),
                "-Xmx128m",
                Map.of(),
                Map.of());

        // When
        String config = new PrometheusServer(
                        new StackLayout(Path.of("/repo"), Path.of("/repo/.natter")),
                        PortPlan.of(0, Map.of(), Map.of()),
                        List.of(gateway))
                .config();

        // Then
        assertThat(config)
                .contains("{targets: [\"127.0.0.1:9181\"], labels: {service: gateway, name: gateway-2}}")
                .contains("/repo/deploy/observability/rules/natter.yml");
    }
}
