package chat.natter.stack.container;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.stack.state.SomeConnections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.containers.GenericContainer;

/** Descriptions need no engine. */
class DescribeContainerTest {
    private static final Map<Image, String> PUBLISHED = Map.of(
            Image.CASSANDRA, "127.0.0.1:9042:9042/tcp",
            Image.KAFKA, "127.0.0.1:9092:9092/tcp",
            Image.KEYCLOAK, "127.0.0.1:8180:8180/tcp",
            Image.MYSQL, "127.0.0.1:3306:3306/tcp",
            Image.MINIO, "127.0.0.1:9000:9000/tcp");

    @ParameterizedTest
    @EnumSource
    void publishesOnePortOnThisMachineOnly(Image image) {
        GenericContainer<?> container = describe(image, List.of());

        assertThat(container.getPortBindings()).isEqualTo(List.of(PUBLISHED.getOrDefault(image, "")));
    }

    @Test
    void givesJvmOptionsToTheServersThatTakeThem() {
        List<String> options = List.of("-XX:TieredStopAtLevel=4", "-Xmx1g");

        assertThat(describe(Image.KAFKA, options).getEnvMap())
                .containsEntry("KAFKA_HEAP_OPTS", "-Xmx256m -XX:TieredStopAtLevel=4 -Xmx1g");
        assertThat(describe(Image.CASSANDRA, options).getEnvMap())
                .containsEntry("JVM_EXTRA_OPTS", "-XX:TieredStopAtLevel=4 -Xmx1g");
    }

    @Test
    void usesTheSecretsOfTheStack() {
        assertThat(describe(Image.MINIO, List.of()).getEnvMap())
                .containsEntry("MINIO_ROOT_USER", "key")
                .containsEntry("MINIO_ROOT_PASSWORD", "s3-secret");
        assertThat(describe(Image.KEYCLOAK, List.of()).getEnvMap())
                .containsEntry("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin-secret");
    }

    private static GenericContainer<?> describe(Image image, List<String> jvmOptions) {
        return DescribeContainer.of(image, "natter-test", SomeConnections.any(), jvmOptions);
    }
}
