package chat.natter.stack.container;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.Launch;
import chat.natter.stack.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerServerTest {
    private final StackLayout layout;

    ContainerServerTest(@TempDir Path root) throws IOException {
        layout = StackLayout.ofRoot(root);
        Path classpath = root.resolve("local-stack/target/containers.classpath");
        Files.createDirectories(classpath.getParent());
        Files.writeString(classpath, "/m2/testcontainers.jar\n");
    }

    @Test
    void takesThePlaceOfEachServer() {
        assertThat(servers())
                .extracting(Server::name)
                .containsExactlyInAnyOrder("cassandra", "kafka", "keycloak", "mariadb", "s3proxy");
    }

    @Test
    void holdsAContainerThatIsThisStacksOwn() {
        StackLayout other = new StackLayout(layout.root(), layout.base().resolve("test"));

        assertThat(servers()).allSatisfy(server -> {
            Launch launch = server.prepare();
            assertThat(launch.container())
                    .isEqualTo(layout.container(server.name()))
                    .startsWith("natter-");
            assertThat(launch.container()).isNotEqualTo(other.container(server.name()));
            assertThat(launch.command()).contains(launch.container());
            assertThat(launch.directory()).isEqualTo(layout.volumes().resolve(launch.container()));
            assertThat(launch.environment().get("CLASSPATH")).endsWith(":/m2/testcontainers.jar");
        });
    }

    @Test
    void listensWhereTheProcessWould() {
        assertThat(servers())
                .extracting(server -> server.prepare().url())
                .containsExactlyInAnyOrder(
                        "127.0.0.1:19042",
                        "127.0.0.1:19092",
                        "http://127.0.0.1:18080",
                        "127.0.0.1:13306",
                        "http://127.0.0.1:19000");
    }

    private List<Server> servers() {
        return ContainerServer.all(layout, PortPlan.of(0, Map.of(), Map.of()), List.of());
    }
}
