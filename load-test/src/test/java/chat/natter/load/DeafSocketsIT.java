package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.RecordedDevice;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that do not read harm themselves only. */
class DeafSocketsIT {
    private static final int DEAF_PEOPLE = 4;
    /** Few enough for the limit of sign-ins per account. */
    private static final int DEVICES = 5;

    // With the notices of the devices that were added they fit into one window.
    private static final int LARGE_MESSAGES = 50;
    private static final int EACH_WAY = 1_000;

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @Test
    void twoTalkWhileManyDoNotRead() {
        // Given
        scene.talk(alice, bob);
        RecordedDevice alices = scene.connect(alice, 1);
        RecordedDevice bobs = scene.connect(bob, 2);
        RawSocket sender = scene.socket(scene.person(), 1);
        List<Person> deaf = Stream.generate(scene::person).limit(DEAF_PEOPLE).toList();
        for (Person person : deaf) {
            openDeafSockets(person);
            for (int number = 0; number < LARGE_MESSAGES; number++) {
                sender.say(Scene.send(person.id(), "x".repeat(30_000)));
            }
        }

        // When
        for (int number = 0; number < EACH_WAY; number++) {
            alices.send(bob.id(), Scene.text("a" + number));
            bobs.send(alice.id(), Scene.text("b" + number));
        }
        scene.awaitSettled(Duration.ofSeconds(40));

        // Then
        scene.assertFaultless();
        RawSocket reading = scene.socket(deaf.get(0), 2);
        await("what was not read comes again")
                .atMost(Duration.ofSeconds(30))
                .until(() -> reading.frames(ServerFrame.Message.class).size() == LARGE_MESSAGES);
        assertThat(reading.frames(ServerFrame.Message.class))
                .extracting(ServerFrame.Message::seq)
                .doesNotHaveDuplicates();
    }

    private void openDeafSockets(Person person) {
        Person device = person;
        for (int number = 1; number <= DEVICES; number++) {
            scene.keep(RawSocket.connectDeaf(scene.stack().gatewayUrl(1 + number % 2)))
                    .hello(device.session().accessToken());
            device = number < DEVICES ? person.onAnotherDevice() : person;
        }
    }
}
