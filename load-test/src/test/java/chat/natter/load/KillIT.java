package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.load.ledger.RecordedDevice;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parts die under load without a goodbye: what was acknowledged arrives all the same, once and in order. */
class KillIT {
    private static final int SOME = 100;
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @BeforeEach
    void theyTalk() {
        scene.talk(alice, bob);
    }

    @Test
    void survivesTheDeathOfAGateway() {
        // Given
        RecordedDevice alices = scene.connect(alice, 1, 2);
        RecordedDevice bobs = scene.connect(bob, 2, 1);
        Chatter chatter = scene.keep(Chatter.between(alices, bobs));
        awaitAnswers(SOME);
        try {
            // When
            scene.stack().kill("gateway-1");
            await("alice on the other gateway").atMost(DEADLINE).until(() -> alices.welcomes() > 1);
            awaitAnswers(scene.ledger().answered() + SOME);
        } finally {
            scene.stack().start("gateway-1");
        }
        chatter.stop();
        // Then
        assertNothingIsLost(alices, bobs);
    }

    @Test
    void survivesTheDeathOfTheMessageService() {
        killWhileTheyTalk("message-1");
    }

    @Test
    void survivesTheDeathOfThePresenceService() {
        killWhileTheyTalk("presence");
        // Then nobody has become a ghost, and nobody was taken for gone
        assertThat(alice.api().presence(bob.id()).isOnline()).isTrue();
        assertThat(bob.api().presence(alice.id()).isOnline()).isTrue();
    }

    @Test
    void survivesTheDeathOfTheBroker() {
        killWhileTheyTalk("kafka");
    }

    private void killWhileTheyTalk(String part) {
        // Given
        RecordedDevice alices = scene.connect(alice, 1, 2);
        RecordedDevice bobs = scene.connect(bob, 2, 1);
        Chatter chatter = scene.keep(Chatter.between(alices, bobs));
        awaitAnswers(SOME);
        // When
        try {
            scene.stack().kill(part);
        } finally {
            scene.stack().start(part);
        }
        awaitAnswers(scene.ledger().answered() + SOME);
        chatter.stop();
        // Then
        assertNothingIsLost(alices, bobs);
    }

    private void awaitAnswers(int count) {
        await(count + " answers").atMost(DEADLINE).until(() -> scene.ledger().answered() >= count);
    }

    private void assertNothingIsLost(RecordedDevice alices, RecordedDevice bobs) {
        scene.awaitSettled(DEADLINE);
        scene.assertFaultless();
        assertThat(alices.refusals()).isEmpty();
        assertThat(bobs.refusals()).isEmpty();
        assertThat(alices.givenUp()).isEmpty();
        assertThat(bobs.givenUp()).isEmpty();
    }
}
