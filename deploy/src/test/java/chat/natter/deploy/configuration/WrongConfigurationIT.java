package chat.natter.deploy.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import chat.natter.deploy.RunTool;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built gateway, started as operators start it: what is wrong stops it, with the key's name. */
class WrongConfigurationIT {
    private static final List<String> RIGHT = List.of(
            "-Dquarkus.http.port=0",
            "-Dkafka.bootstrap.servers=127.0.0.1:1",
            "-Dnatter.gateway.port=0",
            "-Dnatter.gateway.jwks-url=http://127.0.0.1:1/",
            "-Dnatter.gateway.ticket-keys=test:bmF0dGVyLWRldmVsb3BtZW50LXRpY2tldC1rZXktMzI=",
            "-Dnatter.gateway.upstreams.auth=http://127.0.0.1:1",
            "-Dnatter.gateway.upstreams.presence=http://127.0.0.1:1",
            "-Dnatter.gateway.upstreams.history=http://127.0.0.1:1",
            "-Dnatter.gateway.upstreams.media=http://127.0.0.1:1");
    private static final String ID = "-Dnatter.gateway.id=gateway-it";

    @Test
    void aMissingKeyIsNamed() {
        assertStops("natter.gateway.id is required");
    }

    @Test
    void aValueOutOfBoundsIsNamed() {
        assertStops("natter.gateway.window must be greater than or equal to 1", ID, "-Dnatter.gateway.window=0");
    }

    @Test
    void aValueOfAnotherTypeIsNamed() {
        assertStops("natter.gateway.heartbeat with the config value \"soon\"", ID, "-Dnatter.gateway.heartbeat=soon");
    }

    @Test
    void aMisspeltKeyIsNamed() {
        assertStops("natter.gateway.widow in SysPropConfigSource does not map", ID, "-Dnatter.gateway.widow=10");
    }

    private static void assertStops(String message, String... wrong) {
        // Given
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(RIGHT);
        command.addAll(List.of(wrong));
        command.addAll(List.of(
                "-jar",
                Repository.at("gateway-service/target/quarkus-app/quarkus-run.jar")
                        .toString()));

        // When
        RunTool.Result result = RunTool.run(Repository.at("deploy"), true, command.toArray(String[]::new))
                .orElseThrow();

        // Then
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains(message);
    }

    /** Kept beside the others: what is right does not fail for these reasons. */
    @Test
    void theKeysThatAreGivenAboveAreAllThatAreNeeded() {
        assertThat(ReadConfigurationKeys.of(ServiceModule.GATEWAY))
                .filteredOn(ConfigurationKey::required)
                .extracting(ConfigurationKey::name)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(RIGHT.stream(), Stream.of(ID))
                        .map(option -> option.substring(2, option.indexOf('=')))
                        .filter(key -> key.startsWith("natter.") && !key.equals("natter.gateway.port"))
                        .toList());
    }
}
