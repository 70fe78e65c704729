package chat.natter.stack.container;

import chat.natter.stack.server.KeycloakServer;
import chat.natter.stack.server.Template;
import chat.natter.stack.state.Connections;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.cassandra.CassandraContainer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Each server as a container, set up as its sibling in {@code server} is: reached at the same place, by the same
 * secrets.
 */
final class DescribeContainer {
    private DescribeContainer() {}

    static GenericContainer<?> of(Image image, String name, Connections connections, List<String> jvmOptions) {
        return switch (image) {
            case CASSANDRA -> cassandra(name, connections.cassandra(), jvmOptions);
            case KAFKA -> kafka(name, connections.kafkaBootstrap(), jvmOptions);
            case KEYCLOAK -> keycloak(name, connections.keycloak());
            case MYSQL -> mysql(name, connections.sql());
            case MINIO -> minio(name, connections.s3());
        };
    }

    private static GenericContainer<?> cassandra(String name, Connections.Cassandra to, List<String> jvmOptions) {
        CassandraContainer cassandra = new CassandraContainer(DockerImageName.parse(Image.CASSANDRA.tag()))
                .withEnv("CASSANDRA_DC", to.datacenter())
                .withEnv("MAX_HEAP_SIZE", "512M")
                .withEnv("JVM_EXTRA_OPTS", String.join(" ", jvmOptions));
        return published(cassandra, name, "/var/lib/cassandra", port("tcp://" + to.contactPoint()), 9042);
    }

    private static GenericContainer<?> kafka(String name, String bootstrap, List<String> jvmOptions) {
        KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(Image.KAFKA.tag()))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
                .withEnv("KAFKA_LOG_DIRS", "/var/lib/kafka/data")
                .withEnv("KAFKA_HEAP_OPTS", ("-Xmx256m " + String.join(" ", jvmOptions)).strip());
        return published(kafka, name, "/var/lib/kafka/data", port("tcp://" + bootstrap), 9092);
    }

    /** It listens on the port it is published at: as the outside provider it calls itself by the address of users. */
    private static GenericContainer<?> keycloak(String name, Connections.Keycloak to) {
        int port = to.url().getPort();
        GenericContainer<?> keycloak = new GenericContainer<>(DockerImageName.parse(Image.KEYCLOAK.tag()))
                .withCommand(
                        "start-dev", "--import-realm", "--http-port=" + port, KeycloakServer.KEEP_WHAT_WAS_COMMITTED)
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN)
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", to.adminPassword());
        for (String realm : KeycloakServer.REALM_FILES) {
            String filled = Template.filled(
                    realm,
                    Map.of(
                            "KEYCLOAK_CLIENT_SECRET",
                            to.clientSecret(),
                            "KEYCLOAK_URL",
                            to.url().toString()));
            keycloak.withCopyToContainer(Transferable.of(filled), "/opt/keycloak/data/import/" + realm);
        }
        return published(keycloak, name, "/opt/keycloak/data", port, port);
    }

    private static GenericContainer<?> mysql(String name, Connections.Sql to) {
        MySQLContainer mysql = new MySQLContainer(DockerImageName.parse(Image.MYSQL.tag())) {
            @Override
            protected void waitUntilContainerStarted() {
                // Asked from outside; here that would take a driver.
            }
        }.withUsername(to.user())
                .withPassword(to.password())
                .withDatabaseName("natter")
                .withCommand("--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin")
                .withCopyToContainer(
                        Transferable.of(
                                Template.filled("mariadb-init.sql", Map.of("DATABASE_PASSWORD", to.password()))),
                        "/docker-entrypoint-initdb.d/natter.sql");
        return published(mysql, name, "/var/lib/mysql", port(to.jdbcUrl().substring("jdbc:".length())), 3306);
    }

    private static GenericContainer<?> minio(String name, Connections.S3 to) {
        GenericContainer<?> minio = new GenericContainer<>(DockerImageName.parse(Image.MINIO.tag()))
                .withCommand("server", "/data")
                .withEnv("MINIO_ROOT_USER", to.accessKey())
                .withEnv("MINIO_ROOT_PASSWORD", to.secretKey());
        return published(minio, name, "/data", to.endpoint().getPort(), 9000);
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }

    /** On 127.0.0.1 alone, its data in a volume of the container's name, which outlives it. */
    private static GenericContainer<?> published(
            GenericContainer<?> container, String name, String data, int port, int inside) {
        container.setPortBindings(List.of("127.0.0.1:" + port + ":" + inside));
        container.withCreateContainerCmdModifier(
                create -> Objects.requireNonNull(create.withName(name).getHostConfig())
                        .withBinds(new Bind(name, new Volume(data))));
        container.waitingFor(new AbstractWaitStrategy() {
            @Override
            protected void waitUntilReady() {
                // Whether it serves is asked from outside, as of a process.
            }
        });
        return container;
    }
}
