package chat.natter.stack.container;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.report.StackFailure;
import chat.natter.stack.server.KeycloakServer;
import chat.natter.stack.server.Server;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A server in a container, held by a process of its own: {@link HoldContainer}. To everything else it is a process like
 * the others. Its secrets are where its connections are, in the stack's file.
 */
public final class ContainerServer implements Server {
    private final Image image;
    private final StackLayout layout;
    private final PortPlan ports;
    private final List<String> jvmOptions;

    private ContainerServer(Image image, StackLayout layout, PortPlan ports, List<String> jvmOptions) {
        this.image = image;
        this.layout = layout;
        this.ports = ports;
        this.jvmOptions = jvmOptions;
    }

    /** All five. The options are those of Kafka's and Cassandra's JVM. */
    public static List<Server> all(StackLayout layout, PortPlan ports, List<String> jvmOptions) {
        return Arrays.stream(Image.values())
                .<Server>map(image -> new ContainerServer(image, layout, ports, jvmOptions))
                .toList();
    }

    @Override
    public String name() {
        return image.part();
    }

    @Override
    public Launch prepare() {
        String container = layout.container(name());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                HoldContainer.class.getName(),
                name(),
                layout.stackFile().toString(),
                container));
        command.addAll(jvmOptions);
        return new Launch(
                name(),
                url(),
                command,
                Map.of(
                        "CLASSPATH",
                        classpath(),
                        // It would listen on every address. Whoever holds a container removes it.
                        "TESTCONTAINERS_RYUK_DISABLED",
                        "true",
                        // Where ports are published. It would guess, and within a container guess the engine's bridge.
                        "TESTCONTAINERS_HOST_OVERRIDE",
                        "localhost"),
                layout.volumes().resolve(container),
                layout.log(name()),
                probe(),
                container);
    }

    private String url() {
        return switch (image) {
            case KAFKA, CASSANDRA, MYSQL -> "127.0.0.1:" + port();
            case MINIO, KEYCLOAK -> "http://127.0.0.1:" + port();
        };
    }

    private Probe probe() {
        return switch (image) {
            case KAFKA -> Probe.kafka(port());
            case CASSANDRA -> Probe.cql(port());
            case MYSQL -> Probe.greets(port());
            case MINIO -> Probe.answers(url());
            case KEYCLOAK -> Probe.ok(url() + "/realms/" + KeycloakServer.REALM);
        };
    }

    private int port() {
        return ports.port(
                switch (image) {
                    case KAFKA -> PortName.KAFKA;
                    case CASSANDRA -> PortName.CASSANDRA;
                    case MYSQL -> PortName.MARIADB;
                    case MINIO -> PortName.S3;
                    case KEYCLOAK -> PortName.KEYCLOAK;
                });
    }

    /** This program itself, and what only this way needs: its build wrote down where that is. */
    private String classpath() {
        Path written = layout.module("local-stack").resolve("target/containers.classpath");
        try {
            Path own = Path.of(ContainerServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return own + ":" + Files.readString(written).strip();
        } catch (IOException | URISyntaxException e) {
            throw new StackFailure(written + " cannot be read: " + e.getMessage(), e);
        }
    }
}
