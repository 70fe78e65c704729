package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.CloseCode;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.RecordedDevice;
import chat.natter.stack.network.Relay;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The network between one gateway and Kafka breaks, while clients reach that gateway as before. */
class PartitionIT {
    private static final int SOME = 100;
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();
    private final Person carol = scene.person();

    private Relay network;

    @BeforeEach
    void putTheNetworkBetween(@TempDir Path folder) throws IOException {
        String[] kafka = scene.stack().kafkaBootstrap().split(":", -1);
        network = new Relay("127.0.0.2", new InetSocketAddress(kafka[0], Integer.parseInt(kafka[1])));
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.2 localhost\n");
        scene.stack().stop("gateway-2");
        scene.stack()
                .startWith(
                        "gateway-2",
                        List.of(
                                "-Djdk.net.hosts.file=" + hosts,
                                "-Dkafka.bootstrap.servers=localhost:" + kafka[1],
                                "-Dnatter.gateway.cut-off-after=6S"));
    }

    @AfterEach
    void takeItAway() throws IOException {
        network.heal();
        scene.stack().restart("gateway-2");
        network.close();
    }

    @Test
    void sendsItsClientsElsewhereAndTakesThemAgainLater() {
        // Given
        scene.talk(alice, bob);
        RecordedDevice alices = scene.connect(alice, 1);
        RecordedDevice bobs = scene.connect(bob, 2, 1);
        Chatter chatter = scene.keep(Chatter.between(alices, bobs));
        awaitAnswers(SOME);
        RawSocket ghost = scene.socket(carol, 2);
        ghost.awaitFrame(ServerFrame.Synced.class);
        awaitOnline(carol, true);

        // When
        network.cut();

        // Then
        assertThat(ghost.awaitClose()).isEqualTo(CloseCode.DRAINING.code());
        awaitOnline(carol, false);
        await("bob on the other gateway").atMost(DEADLINE).until(() -> bobs.welcomes() > 1);
        awaitAnswers(scene.ledger().answered() + SOME);

        // When
        network.heal();
        await("the gateway takes clients again")
                .atMost(DEADLINE)
                .ignoreExceptions()
                .until(() -> {
                    RawSocket again = scene.socket(carol, 2);
                    again.awaitFrame(ServerFrame.Synced.class);
                    return true;
                });
        awaitOnline(carol, true);
        chatter.stop();

        // Then
        scene.awaitSettled(DEADLINE);
        scene.assertFaultless();
    }

    private void awaitAnswers(int count) {
        await(count + " answers").atMost(DEADLINE).until(() -> scene.ledger().answered() >= count);
    }

    private void awaitOnline(Person person, boolean online) {
        await(online ? "online" : "offline")
                .atMost(DEADLINE)
                .until(() -> alice.api().presence(person.id()).isOnline() == online);
    }
}
