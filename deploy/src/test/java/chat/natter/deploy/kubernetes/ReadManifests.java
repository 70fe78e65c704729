package chat.natter.deploy.kubernetes;

import chat.natter.deploy.Repository;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Reads manifests into the Kubernetes model. An unknown member is an error, as it is to {@code kubectl apply}; the
 * model by itself would keep it aside.
 */
final class ReadManifests {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Map<String, Class<?>> KINDS = kinds();

    private ReadManifests() {}

    /** Every object of these folders below {@code deploy/k8s}, but not kustomize's own files. */
    static List<HasMetadata> in(String... folders) {
        return List.of(folders).stream()
                .flatMap(folder ->
                        Repository.files(Repository.at("deploy/k8s").resolve(folder), ReadManifests::isManifest)
                                .stream())
                .flatMap(file -> parse(file.toString(), Repository.read(file)).stream())
                .toList();
    }

    /** Every object of a text with documents divided by {@code ---}. */
    static List<HasMetadata> parse(String name, String text) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text)) {
            return documents.readAll().stream()
                    .filter(node -> !node.isEmpty())
                    .map(node -> object(name, node))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static HasMetadata object(String name, JsonNode node) {
        String kind = node.path("apiVersion").asText() + "/" + node.path("kind").asText();
        Class<?> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException(name + ": nothing is known of " + kind);
        }
        try {
            return (HasMetadata) STRICT.treeToValue(node, type);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + kind, e);
        }
    }

    private static boolean isManifest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") && !name.equals("kustomization.yaml") && !name.endsWith("-values.yaml");
    }

    private static Map<String, Class<?>> kinds() {
        Map<String, Class<?>> kinds = new TreeMap<>();
        ServiceLoader.load(KubernetesResource.class).forEach(resource -> put(kinds, resource.getClass()));
        List.of(Kafka.class, KafkaNodePool.class, KafkaTopic.class, KafkaUser.class)
                .forEach(type -> put(kinds, type));
        return kinds;
    }

    private static void put(Map<String, Class<?>> kinds, Class<?> type) {
        if (HasMetadata.class.isAssignableFrom(type)) {
            kinds.put(HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type), type);
        }
    }
}
