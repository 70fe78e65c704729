package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.frame.ServerFrame;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is online is known on every gateway, also when one of them dies. */
class PresenceIT {
    private static final Duration DEADLINE = Duration.ofSeconds(45);

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @Test
    void isOnlineFromTheFirstConnectionToTheEndOfTheLast() {
        // Given
        assertThat(alice.api().presence(bob.id()).isOnline()).isFalse();
        // When
        RawSocket socket = scene.socket(bob, 2);
        // Then
        awaitOnline(true);
        // When
        socket.close();
        // Then
        awaitOnline(false);
        assertThat(alice.api().presence(bob.id()).lastSeen()).isNotNull();
    }

    @Test
    void isOfflineAfterTheDeathOfItsGateway() {
        // Given
        scene.socket(bob, 2).awaitFrame(ServerFrame.Welcome.class);
        awaitOnline(true);
        try {
            // When
            scene.stack().kill("gateway-2");
            // Then
            awaitOnline(false);
        } finally {
            scene.stack().start("gateway-2");
        }
    }

    private void awaitOnline(boolean online) {
        await(online ? "online" : "offline")
                .atMost(DEADLINE)
                .until(() -> alice.api().presence(bob.id()).isOnline() == online);
    }
}
