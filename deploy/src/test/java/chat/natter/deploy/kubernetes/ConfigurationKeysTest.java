package chat.natter.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import chat.natter.deploy.configuration.MediaOrigin;
import chat.natter.deploy.configuration.ServiceModule;
import chat.natter.deploy.configuration.Variables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationKeysTest {
    private static final Path BASE = Repository.at("deploy/k8s/base");

    @ParameterizedTest
    @EnumSource
    void knowsEveryKeyThatItIsGiven(ServiceModule service) {
        Variables variables = Variables.of(service);

        assertThat(given(service))
                .allSatisfy(name -> assertThat(variables.knows(name)).as(name).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void isGivenEveryKeyThatItNeeds(ServiceModule service) {
        assertThat(given(service)).containsAll(Variables.of(service).needed());
    }

    @ParameterizedTest
    @EnumSource
    void listensForOthers(ServiceModule service) {
        assertThat(given(service)).contains("NATTER_HOST");
    }

    @Test
    void overlaysAndComponentsSetOnlyKnownKeys() throws IOException {
        for (Path file : Repository.files(
                Repository.at("deploy/k8s"), path -> path.endsWith("kustomization.yaml") && !path.startsWith(BASE))) {
            for (JsonNode generator : new YAMLMapper().readTree(file.toFile()).path("configMapGenerator")) {
                String name = generator.path("name").asText();
                for (JsonNode literal : generator.path("literals")) {
                    assertThat(isKnown(name, literal.asText().split("=", 2)[0]))
                            .as(file + ": " + literal)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void pagesMayLoadFilesFromWhereMediaSendsThem(String overlay) throws IOException {
        assertThat(inOverlay(overlay, "gateway"))
                .containsEntry("NATTER_GATEWAY_WEB_APP_MEDIA_ORIGIN", MediaOrigin.of(inOverlay(overlay, "media")));
    }

    @Test
    void secretsAreNeverInConfigMaps() {
        assertThat(Repository.files(BASE.resolve("config"), file -> true))
                .allSatisfy(file -> assertThat(file)
                        .content()
                        .doesNotContainPattern("(?m)^[A-Z_]*(PASSWORD|SECRET|TICKET_KEYS|JAAS)[A-Z_]*="));
    }

    private static boolean isKnown(String configMap, String variable) {
        return configMap.equals("kafka")
                ? variable.startsWith("KAFKA_")
                : Variables.of(ServiceModule.of(configMap)).knows(variable);
    }

    private static Map<String, String> inBase(String configMap) {
        return Variables.in(Repository.read(BASE.resolve("config").resolve(configMap + ".env")));
    }

    /** What the base sets, and what an overlay sets in place of it or beside. */
    private static Map<String, String> inOverlay(String overlay, String configMap) throws IOException {
        Map<String, String> set = inBase(configMap);
        Path file = Repository.at("deploy/k8s/overlays").resolve(overlay).resolve("kustomization.yaml");
        for (JsonNode generator : new YAMLMapper().readTree(file.toFile()).path("configMapGenerator")) {
            if (generator.path("name").asText().equals(configMap)) {
                generator.path("literals").forEach(literal -> set.putAll(Variables.in(literal.asText())));
            }
        }
        return set;
    }

    /** The variables that the service's container gets, from its files and from its own list. */
    private static Set<String> given(ServiceModule service) {
        Workload workload = Workload.in(ReadManifests.in("base")).stream()
                .filter(found -> found.name().equals(service.shortName()))
                .findFirst()
                .orElseThrow();
        Set<String> given = new TreeSet<>();
        workload.container()
                .getEnvFrom()
                .forEach(from ->
                        given.addAll(inBase(from.getConfigMapRef().getName()).keySet()));
        workload.container().getEnv().stream().map(EnvVar::getName).forEach(given::add);
        return given;
    }
}
