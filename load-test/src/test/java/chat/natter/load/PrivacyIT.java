package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.PresenceState;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bob is online, Alice watches and asks: socket and REST show her the same. */
class PrivacyIT {
    private static final Duration DEADLINE = Duration.ofSeconds(45);

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();
    private RawSocket watching;

    @BeforeEach
    void watch() {
        scene.socket(bob, 2).awaitFrame(ServerFrame.Synced.class);
        watching = scene.socket(alice, 1);
        watching.awaitFrame(ServerFrame.Welcome.class);
        watching.say(new ClientFrame.Watch(null, List.of(bob.id())));
        awaitSeen(PresenceState.ONLINE);
    }

    @Test
    void showsContactsOnlyWhatIsForContacts() throws Exception {
        // When
        put(bob, "/v1/me/privacy", "{\"online\":\"contacts\",\"lastSeen\":\"nobody\"}", 200);
        awaitSeen(PresenceState.OFFLINE);
        put(bob, "/v1/contacts/" + alice.id(), "", 204);

        // Then
        awaitSeen(PresenceState.ONLINE);
    }

    @Test
    void showsNobodyWhatIsForNobodyAndShowsThemNothingInReturn() throws Exception {
        // When she hides it, she does not see it either
        put(alice, "/v1/me/privacy", "{\"online\":\"nobody\",\"lastSeen\":\"nobody\"}", 200);
        awaitSeen(PresenceState.OFFLINE);
        put(alice, "/v1/me/privacy", "{\"online\":\"everyone\",\"lastSeen\":\"everyone\"}", 200);

        // Then
        awaitSeen(PresenceState.ONLINE);
    }

    @Test
    void answersForManyAtOnceAndForUnknownOnesAsForHidden() throws Exception {
        // Given
        put(bob, "/v1/me/privacy", "{\"online\":\"nobody\",\"lastSeen\":\"nobody\"}", 200);
        awaitSeen(PresenceState.OFFLINE);

        // When
        String unknown = "01jd3zk8x0000000000000000a";
        HttpResponse<String> answer =
                scene.call(alice, "POST", "/v1/presence", "{\"users\":[\"" + bob.id() + "\",\"" + unknown + "\"]}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"presences\":[{\"userId\":\"" + bob.id() + "\",\"state\":\"offline\"},{\"userId\":\""
                        + unknown + "\",\"state\":\"offline\"}]}");
    }

    private void awaitSeen(PresenceState wanted) {
        await(wanted.word()).atMost(DEADLINE).untilAsserted(() -> {
            List<ServerFrame.Presence> told = watching.frames(ServerFrame.Presence.class);
            assertThat(told).isNotEmpty();
            assertThat(told.get(told.size() - 1).state()).isEqualTo(wanted);
            assertThat(alice.api().presence(bob.id()).state()).isEqualTo(wanted.word());
        });
    }

    private void put(Person person, String path, String body, int status) throws IOException, InterruptedException {
        assertThat(scene.call(person, "PUT", path, body).statusCode()).isEqualTo(status);
    }
}
