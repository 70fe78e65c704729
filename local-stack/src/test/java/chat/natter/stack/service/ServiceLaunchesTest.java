package chat.natter.stack.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.Servers;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.plan.StackOptions;
import chat.natter.stack.process.Launch;
import chat.natter.stack.state.Connections;
import chat.natter.stack.state.SomeConnections;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceLaunchesTest {
    private static final Connections CONNECTIONS = SomeConnections.any();
    private static final PortPlan PORTS = PortPlan.of(0, Map.of(), Map.of());
    private static final StackLayout LAYOUT = StackLayout.ofRoot(Path.of("/repo"));

    @Test
    void startsAsManyInstancesAsAskedFor() {
        assertThat(all(2, 3))
                .extracting(ServiceLaunch::name)
                .containsExactlyInAnyOrder(
                        "gateway-1",
                        "gateway-2",
                        "message-1",
                        "message-2",
                        "message-3",
                        "presence",
                        "history",
                        "media",
                        "auth");
    }

    @Test
    void tellsEachGatewayItsOwnNameAndPorts() {
        // When
        Launch second = launch("gateway-2", List.of());
        // Then
        assertThat(second.url()).isEqualTo("http://127.0.0.1:8081");
        assertThat(second.probe().target()).hasToString("http://127.0.0.1:9181/q/health/ready");
        assertThat(second.command())
                .contains(
                        "-Dnatter.gateway.id=gateway-2",
                        "-Dnatter.gateway.port=8081",
                        "-Dquarkus.http.port=9181",
                        "-Dnatter.gateway.upstreams.auth=http://127.0.0.1:8201");
    }

    @Test
    void keepsSecretsOutOfTheProcessList() {
        // Given
        List<String> secrets = List.of(
                CONNECTIONS.sql().password(),
                CONNECTIONS.s3().secretKey(),
                CONNECTIONS.keycloak().clientSecret(),
                CONNECTIONS.tokens().ticketKeys());
        // Then
        assertThat(all(1, 1))
                .allSatisfy(service -> assertThat(String.join(
                                " ", launch(service.name(), List.of()).command()))
                        .doesNotContain(secrets));
        assertThat(launch("auth", List.of()).environment())
                .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "database-secret")
                .containsEntry("NATTER_AUTH_KEYCLOAK_CLIENT_SECRET", "client-secret");
    }

    @Test
    void letsTheJvmOptionsHaveTheLastWord() {
        // When
        List<String> command = launch("message-1", List.of("-Xmx1g", "-XX:TieredStopAtLevel=4"))
                .command();
        // Then
        assertThat(command.indexOf("-Xmx1g")).isGreaterThan(command.indexOf("-Xmx256m"));
        assertThat(command.indexOf("-XX:TieredStopAtLevel=4"))
                .isGreaterThan(command.indexOf("-XX:TieredStopAtLevel=1"))
                .isLessThan(command.indexOf("-jar"));
    }

    @Test
    void runsFromACopyOfTheBuild() {
        assertThat(launch("media", List.of()).command()).endsWith("/repo/.natter/apps/media/quarkus-run.jar");
    }

    private static List<ServiceLaunch> all(int gateways, int messageServices) {
        return new ServiceLaunches(LAYOUT, PORTS, CONNECTIONS)
                .all(new StackOptions(
                        Servers.PROCESSES, 1, gateways, messageServices, false, false, 6, List.of(), List.of(), PORTS));
    }

    private static Launch launch(String name, List<String> jvmOptions) {
        return all(2, 1).stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow()
                .launch(LAYOUT, Path.of("/jdk/bin/java"), jvmOptions);
    }
}
