package chat.natter.stack.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.report.StackFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void shiftsEveryDefaultByTheOffset() {
        // When
        PortPlan plan = PortPlan.of(3000, Map.of(), Map.of());
        // Then
        for (PortName name : PortName.values()) {
            assertThat(plan.port(name)).isEqualTo(name.defaultPort() + 3000);
        }
    }

    @Test
    void letsAnOptionWinOverTheEnvironmentAndShiftsNeither() {
        // Given
        Map<String, String> environment = Map.of("NATTER_PORT_KAFKA", "29092", "NATTER_PORT_S3", "29000");
        // When
        PortPlan plan = PortPlan.of(10, Map.of("kafka", 39092), environment);
        // Then
        assertThat(plan.port(PortName.KAFKA)).isEqualTo(39092);
        assertThat(plan.port(PortName.S3)).isEqualTo(29000);
    }

    @Test
    void countsInstancesFromOne() {
        // When
        PortPlan plan = PortPlan.of(0, Map.of(), Map.of());
        // Then
        assertThat(plan.port(PortName.GATEWAY, 1)).isEqualTo(8080);
        assertThat(plan.port(PortName.GATEWAY, 2)).isEqualTo(8081);
        assertThat(plan.port(PortName.GATEWAY_MANAGEMENT, 2)).isEqualTo(9181);
    }

    @Test
    void namesTheNamesWhenOneIsUnknown() {
        assertThatThrownBy(() -> PortPlan.of(0, Map.of("kafak", 1), Map.of()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("kafak")
                .hasMessageContaining("kafka-controller");
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertThatThrownBy(() -> PortPlan.of(60_000, Map.of(), Map.of()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("65535");
        assertThatThrownBy(() -> PortPlan.of(0, Map.of(), Map.of("NATTER_PORT_S3", "many")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("NATTER_PORT_S3")
                .hasMessageContaining("many");
    }

    @Test
    void refusesTwoPartsOnOnePort() {
        // Given
        PortPlan plan = PortPlan.of(0, Map.of("auth", 8081), Map.of());
        // Then
        assertThat(plan.used(1, 1, 1, false)).hasSize(17);
        assertThatThrownBy(() -> plan.used(1, 2, 1, false))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("gateway-2")
                .hasMessageContaining("auth")
                .hasMessageContaining("--port auth=");
    }

    @Test
    void usesNoServicePortsForServersOnly() {
        assertThat(PortPlan.of(0, Map.of(), Map.of()).used(1, 2, 2, true))
                .extracting(UsedPort::part)
                .containsOnly("kafka", "cassandra", "mariadb", "s3proxy", "keycloak");
    }

    @Test
    void usesPortsOfFurtherBrokersOnlyIfThereAreSome() {
        // Given
        PortPlan plan = PortPlan.of(0, Map.of(), Map.of());
        // Then
        assertThat(plan.used(3, 1, 1, true))
                .filteredOn(used -> used.part().startsWith("kafka"))
                .containsExactly(
                        new UsedPort(19092, PortName.KAFKA, "kafka"),
                        new UsedPort(19093, PortName.KAFKA_CONTROLLER, "kafka"),
                        new UsedPort(19094, PortName.KAFKA_2, "kafka-2"),
                        new UsedPort(19095, PortName.KAFKA_2_CONTROLLER, "kafka-2"),
                        new UsedPort(19096, PortName.KAFKA_3, "kafka-3"),
                        new UsedPort(19097, PortName.KAFKA_3_CONTROLLER, "kafka-3"));
        assertThat(plan.used(1, 1, 1, true)).extracting(UsedPort::part).doesNotContain("kafka-2", "kafka-3");
    }

    @Test
    void keepsTheTestsStackApartFromTheDefaultOne() {
        // Given
        PortPlan dev = PortPlan.of(0, Map.of(), Map.of());
        PortPlan tests = PortPlan.of(3000, Map.of(), Map.of());
        // Then
        assertThat(tests.used(3, 20, 20, false))
                .extracting(UsedPort::port)
                .doesNotContainAnyElementsOf(
                        dev.used(3, 20, 20, false).stream().map(UsedPort::port).toList());
    }
}
