package chat.natter.deploy.images;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import chat.natter.deploy.configuration.MediaOrigin;
import chat.natter.deploy.configuration.ServiceModule;
import chat.natter.deploy.configuration.ShippedProperties;
import chat.natter.deploy.configuration.Variables;
import chat.natter.stack.container.Image;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeTest {
    private final JsonNode compose;

    ComposeTest() throws IOException {
        compose = new YAMLMapper().readTree(Repository.at("deploy/compose.yaml").toFile());
    }

    @ParameterizedTest
    @EnumSource
    void givesAServiceWhatItNeedsAndNothingThatItDoesNotKnow(ServiceModule service) {
        // Given
        Variables variables = Variables.of(service);
        Set<String> given = variables(service).keySet();

        // Then
        assertThat(given).containsAll(variables.needed());
        assertThat(given)
                .allSatisfy(name -> assertThat(variables.knows(name)).as(name).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void buildsTheServicesImageWithThePortOfItsHealth(ServiceModule service) {
        JsonNode container = compose.path("services").path(service.shortName());
        String port = ShippedProperties.of(service).httpPort();

        assertThat(container.path("image").asText()).isEqualTo("natter/" + service.module() + ":0.1.0");
        assertThat(container.at("/build/args/SERVICE").asText()).isEqualTo(service.module());
        assertThat(container.at("/build/args/PORT").asText()).isEqualTo(port);
        assertThat(container.at("/build/target").asText())
                .isEqualTo(service == ServiceModule.GATEWAY ? "gateway" : "service");
        assertThat(Repository.at("deploy")
                        .resolve(container.at("/build/context").asText()))
                .isDirectoryContaining("glob:**/pom.xml");
        assertThat(Repository.at(container.at("/build/dockerfile").asText())).isRegularFile();
    }

    @Test
    void pagesMayLoadFilesFromWhereMediaSendsThem() {
        assertThat(variables(ServiceModule.GATEWAY))
                .containsEntry("NATTER_GATEWAY_WEB_APP_MEDIA_ORIGIN", MediaOrigin.of(variables(ServiceModule.MEDIA)));
    }

    @Test
    void listensOnThisMachineOnly() {
        assertThat(compose.path("services").findValues("ports"))
                .isNotEmpty()
                .allSatisfy(ports -> assertThat(ports)
                        .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    @ParameterizedTest
    @EnumSource
    void runsTheImagesThatTestsUse(Image image) {
        assertThat(compose.path("services").findValuesAsText("image")).contains(image.tag());
    }

    @Test
    void waitsOnlyForWhatThereIs() {
        Set<String> names = new TreeSet<>();
        compose.path("services").fieldNames().forEachRemaining(names::add);

        for (Map.Entry<String, JsonNode> container : compose.path("services").properties()) {
            assertThat(container.getValue().path("depends_on").fieldNames())
                    .toIterable()
                    .as(container.getKey())
                    .isSubsetOf(names);
        }
    }

    /** What the container is given, by its files and by its own list, which comes in place of theirs. */
    private Map<String, String> variables(ServiceModule service) {
        JsonNode container = compose.path("services").path(service.shortName());
        Map<String, String> given = new TreeMap<>();
        container
                .path("env_file")
                .forEach(file -> given.putAll(
                        Variables.in(Repository.read(Repository.at("deploy").resolve(file.asText())))));
        container
                .path("environment")
                .properties()
                .forEach(entry -> given.put(entry.getKey(), entry.getValue().asText()));
        return given;
    }
}
