package chat.natter.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import chat.natter.deploy.configuration.Variables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The examples for other people's operators fit the names that the services and the overlays use. */
class OperatorExamplesTest {
    private static final Path EXAMPLES = Repository.at("deploy/k8s/backing/operators");
    private static final String PRODUCTION =
            Repository.read(Repository.at("deploy/k8s/overlays/production/kustomization.yaml"));

    @Test
    void everySecretThatAServiceNamesIsTakenFromTheVault() throws IOException {
        assertThat(fromTheVault()).isEqualTo(namedByServices());
    }

    @Test
    void cassandraIsWhereTheOverlayLooksForIt() throws IOException {
        JsonNode cluster = only("cassandra.yaml");
        String name = cluster.at("/metadata/name").asText();
        String datacenter =
                cluster.at("/spec/cassandra/datacenters/0/metadata/name").asText();

        assertThat(PRODUCTION)
                .contains("NATTER_CASSANDRA_CONTACT_POINTS=" + name + "-" + datacenter + "-service:9042")
                .contains("NATTER_CASSANDRA_LOCAL_DATACENTER=" + datacenter);
    }

    @Test
    void keycloakIsWhereTheOverlayLooksForItAndHasADatabase() throws IOException {
        JsonNode keycloak = only("keycloak.yaml");

        assertThat(PRODUCTION)
                .contains("NATTER_AUTH_KEYCLOAK_URL="
                        + keycloak.at("/spec/hostname/hostname").asText());
        assertThat(keycloak.at("/spec/db/host")).isEqualTo(only("mysql.yaml").at("/metadata/name"));
    }

    private static Map<String, Set<String>> fromTheVault() throws IOException {
        Map<String, Set<String>> secrets = new TreeMap<>();
        try (MappingIterator<JsonNode> documents = new YAMLMapper()
                .readerFor(JsonNode.class)
                .readValues(Repository.read(EXAMPLES.resolve("secrets.yaml")))) {
            for (JsonNode secret : documents.readAll()) {
                Set<String> keys = new TreeSet<>();
                secret.at("/spec/data")
                        .forEach(data -> keys.add(data.path("secretKey").asText()));
                secrets.put(secret.at("/spec/target/name").asText(), keys);
            }
        }
        return secrets;
    }

    /** By the base; Strimzi makes those for Kafka. */
    private static Map<String, Set<String>> namedByServices() {
        Map<String, Set<String>> secrets = new TreeMap<>();
        for (Workload workload : Workload.in(ReadManifests.in("base"))) {
            for (EnvVar variable : workload.container().getEnv()) {
                if (variable.getValueFrom() != null && variable.getValueFrom().getSecretKeyRef() != null) {
                    secrets.computeIfAbsent(
                                    variable.getValueFrom().getSecretKeyRef().getName(), name -> new TreeSet<>())
                            .add(variable.getValueFrom().getSecretKeyRef().getKey());
                }
            }
            for (Volume volume : workload.template().getSpec().getVolumes()) {
                if (volume.getSecret() != null) {
                    secrets.put(volume.getSecret().getSecretName(), Set.of(signingKeyFile()));
                }
            }
        }
        secrets.keySet().removeIf(name -> name.endsWith("-kafka"));
        return secrets;
    }

    /** The one secret that is mounted. */
    private static String signingKeyFile() {
        Map<String, String> auth = Variables.in(Repository.read(Repository.at("deploy/k8s/base/config/auth.env")));
        return Path.of(auth.getOrDefault("NATTER_AUTH_SIGNING_KEY_FILE", ""))
                .getFileName()
                .toString();
    }

    private static JsonNode only(String file) throws IOException {
        return new YAMLMapper().readTree(Repository.read(EXAMPLES.resolve(file)));
    }
}
