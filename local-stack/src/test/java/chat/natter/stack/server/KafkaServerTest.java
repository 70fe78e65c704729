package chat.natter.stack.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    private static final PortPlan PORTS = PortPlan.of(0, Map.of(), Map.of());

    private final StackLayout layout;

    KafkaServerTest(@TempDir Path folder) {
        this.layout = new StackLayout(folder, folder.resolve("stack"));
    }

    @Test
    void isAloneByDefault() {
        // When
        List<KafkaServer> all = servers(1);
        // Then
        assertThat(all).extracting(KafkaServer::name).containsExactly("kafka");
        assertThat(configuration(all.get(0)))
                .containsEntry("node.id", "1")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:19093")
                .containsEntry("advertised.listeners", "PLAINTEXT://localhost:19092")
                .containsEntry("log.dirs", layout.base() + "/data/kafka/data")
                .containsEntry("default.replication.factor", "1")
                .containsEntry("min.insync.replicas", "1");
    }

    @Test
    void keepsEverythingThreeTimesAndWritesIfTwoHaveIt() {
        // When
        List<KafkaServer> all = servers(3);
        // Then
        assertThat(all).extracting(KafkaServer::name).containsExactly("kafka", "kafka-2", "kafka-3");
        assertThat(all)
                .allSatisfy(server -> assertThat(configuration(server))
                        .containsEntry(
                                "controller.quorum.voters", "1@127.0.0.1:19093,2@127.0.0.1:19095,3@127.0.0.1:19097")
                        .containsEntry("default.replication.factor", "3")
                        .containsEntry("min.insync.replicas", "2")
                        .containsEntry("offsets.topic.replication.factor", "3")
                        .containsEntry("transaction.state.log.replication.factor", "3")
                        .containsEntry("transaction.state.log.min.isr", "2")
                        .containsEntry("share.coordinator.state.topic.replication.factor", "3")
                        .containsEntry("share.coordinator.state.topic.min.isr", "2"));
        assertThat(configuration(all.get(2)))
                .containsEntry("node.id", "3")
                .containsEntry("log.dirs", layout.base() + "/data/kafka-3/data")
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:19096,CONTROLLER://127.0.0.1:19097");
    }

    @Test
    void knowsOfHowManyNodesTheDataIs() throws IOException {
        assertThat(KafkaServer.brokersOf(layout)).isEmpty();
        // When
        Path written = layout.data("kafka").resolve("server.properties");
        Files.createDirectories(layout.data("kafka"));
        Files.writeString(written, text(servers(3).get(0)));
        // Then
        assertThat(KafkaServer.brokersOf(layout)).contains(3);
        // When
        Files.writeString(written, text(servers(1).get(0)));
        // Then
        assertThat(KafkaServer.brokersOf(layout)).contains(1);
    }

    private List<KafkaServer> servers(int brokers) {
        return KafkaServer.all(layout, PORTS, brokers, List.of());
    }

    private static String text(KafkaServer server) {
        return Template.filled("kafka.properties", server.settings());
    }

    private static Properties configuration(KafkaServer server) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(server)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
