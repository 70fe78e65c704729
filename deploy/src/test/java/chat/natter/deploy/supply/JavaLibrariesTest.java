package chat.natter.deploy.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.natter.deploy.Repository;
import chat.natter.deploy.configuration.ServiceModule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of {@code target/bom.json}, which {@code mvn -Psbom verify} writes before this runs. */
class JavaLibrariesTest {
    private final Map<String, List<String>> libraries = new TreeMap<>();

    JavaLibrariesTest() throws IOException {
        Path bom = Repository.at("target/bom.json");
        assumeThat(Files.exists(bom)).as("target/bom.json: mvn -Psbom verify").isTrue();
        for (JsonNode component : new ObjectMapper().readTree(bom.toFile()).path("components")) {
            libraries.put(
                    component.path("group").asText() + ":"
                            + component.path("name").asText(),
                    licences(component));
        }
    }

    @Test
    void areUnderLicencesThatLetACompanyRunAndChangeNatter() {
        assertThat(libraries)
                .allSatisfy((library, licences) -> assertThat(Licences.allow(library, licences))
                        .as("%s is under %s", library, licences)
                        .isTrue());
    }

    @Test
    void exceptionsAreForWhatIsThere() {
        assertThat(Licences.examinedInVain(List.copyOf(libraries.keySet()))).isEmpty();
    }

    @Test
    void areThoseOfAllServices() {
        assertThat(libraries.keySet())
                .containsAll(ServiceModule.ALL.stream()
                        .map(service -> "chat.natter:" + service.module())
                        .toList())
                .contains("org.apache.kafka:kafka-clients", "org.rocksdb:rocksdbjni")
                .doesNotContain("chat.natter:local-stack", "org.junit.jupiter:junit-jupiter");
    }

    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .map(choice -> choice.has("expression")
                        ? choice.path("expression").asText()
                        : choice.at("/license/id")
                                .asText(choice.at("/license/name").asText()))
                .toList();
    }
}
