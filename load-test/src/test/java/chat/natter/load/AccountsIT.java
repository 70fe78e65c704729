package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.client.rest.Device;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import chat.natter.client.rest.Window;
import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.stack.outside.AuthorizationCode;
import chat.natter.stack.outside.OutsidePerson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to an account reaches the sockets of its devices, on whichever gateway they are. */
class AccountsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** An erasure waits until every instance of history-service knows of it. */
    private static final Duration ARCHIVED = Duration.ofSeconds(60);

    private static final Pattern CODE = Pattern.compile("\"code\":\"([0-9]{6})\"");

    @RegisterExtension
    final Scene scene = new Scene();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void closesTheSocketOfARemovedDeviceOnAnyGatewayAndTellsTheOthers(int gateway) throws Exception {
        // Given
        Person phone = scene.person();
        Person laptop = phone.onAnotherDevice();
        RawSocket phoneSocket = scene.socket(phone, 1);
        RawSocket laptopSocket = scene.socket(laptop, gateway);
        String ticket = laptopSocket.awaitFrame(ServerFrame.Welcome.class).ticket();
        laptopSocket.awaitFrame(ServerFrame.Synced.class);
        phoneSocket.awaitFrame(
                ServerFrame.Security.class,
                told -> told.event().equals("device_added") && laptop.device().equals(told.device()));

        // When
        assertThat(call("DELETE", "/v1/devices/" + laptop.device(), phone)).isEqualTo(204);

        // Then
        assertThat(laptopSocket.awaitClose()).isEqualTo(4403);
        phoneSocket.awaitFrame(ServerFrame.Security.class, told -> told.event().equals("device_removed"));
        assertThat(scene.socket(1).resume(ticket).awaitClose()).isEqualTo(4403);
        assertThat(scene.socket(2).resume(ticket).awaitClose()).isEqualTo(4403);
    }

    @Test
    void closesTheSocketOfADeviceThatSignsOutAndTakesItsTicketNoMore() throws Exception {
        // Given
        Person person = scene.person();
        RawSocket socket = scene.socket(person, 2);
        String ticket = socket.awaitFrame(ServerFrame.Welcome.class).ticket();
        socket.awaitFrame(ServerFrame.Synced.class);

        // When
        assertThat(call("DELETE", "/v1/sessions/current", person)).isEqualTo(204);

        // Then
        assertThat(socket.awaitClose()).isEqualTo(4401);
        assertThat(scene.socket(1).resume(ticket).awaitClose()).isEqualTo(4401);
    }

    @Test
    void resumesByTicketOnTheOtherGateway() {
        // Given
        Person person = scene.person();
        RawSocket first = scene.socket(person, 1);
        String ticket = first.awaitFrame(ServerFrame.Welcome.class).ticket();
        first.close();

        // When
        RawSocket second = scene.socket(2).resume(ticket);

        // Then
        assertThat(second.awaitFrame(ServerFrame.Welcome.class).deviceId()).isEqualTo(person.device());
        second.awaitFrame(ServerFrame.Synced.class);
    }

    @Test
    void letsABlockedSenderSeeSentAndDeliversNothing() throws Exception {
        // Given
        Person bob = scene.person();
        Person eve = scene.person();
        RawSocket bobs = scene.socket(bob, 2);
        RawSocket eves = scene.socket(eve, 1);
        bobs.awaitFrame(ServerFrame.Synced.class);
        eves.awaitFrame(ServerFrame.Synced.class);
        eves.say(Scene.send(bob.id(), "before"));
        bobs.awaitFrame(ServerFrame.Message.class);

        // When
        assertThat(call("PUT", "/v1/blocks/" + eve.id(), bob)).isEqualTo(204);
        eves.say(Scene.send(bob.id(), "blocked"));
        eves.awaitFrame(ServerFrame.Sent.class, sent -> sent.seq() == 2);
        assertThat(call("DELETE", "/v1/blocks/" + eve.id(), bob)).isEqualTo(204);
        eves.say(Scene.send(bob.id(), "after"));

        // Then: the third comes, and the second had not
        bobs.awaitFrame(ServerFrame.Message.class, message -> message.seq() == 3);
        assertThat(bobs.frames(ServerFrame.Message.class))
                .extracting(ServerFrame.Message::seq)
                .containsExactly(1L, 3L);
    }

    @Test
    void endsTheSocketsOfAnErasedAccount() throws Exception {
        // Given
        Person person = scene.person();
        RawSocket socket = scene.socket(person, 2);
        socket.awaitFrame(ServerFrame.Synced.class);

        // When
        assertThat(call("DELETE", "/v1/me", person)).isEqualTo(204);

        // Then
        assertThat(socket.awaitClose()).isEqualTo(4403);
    }

    @Test
    void replacesInTheArchiveWhatAnErasedAccountHadSaid() throws Exception {
        // Given
        Person alice = scene.person();
        Person bob = scene.person();
        ConversationId conversation = ConversationId.direct(alice.id(), bob.id());
        RawSocket alices = scene.socket(alice, 1);
        RawSocket bobs = scene.socket(bob, 2);
        alices.awaitFrame(ServerFrame.Synced.class);
        bobs.awaitFrame(ServerFrame.Synced.class);
        alices.say(Scene.send(bob.id(), "a secret"));
        bobs.awaitFrame(ServerFrame.Message.class);
        bobs.say(Scene.send(alice.id(), "an answer"));
        await().atMost(ARCHIVED).until(() -> archived(bob, conversation).size() == 2);

        // When
        assertThat(call("DELETE", "/v1/me", alice)).isEqualTo(204);

        // Then
        await().atMost(ARCHIVED)
                .untilAsserted(
                        () -> assertThat(archived(bob, conversation).get(0)).isEqualTo("{\"kind\":\"erased\"}"));
        assertThat(archived(bob, conversation).get(1)).contains("an answer");
    }

    private static List<String> archived(Person reader, ConversationId conversation) {
        return reader.api().messages(conversation, new Window.Latest(10)).messages().stream()
                .map(message -> message.content().json())
                .toList();
    }

    @Test
    void talksAfterASignUpByPhone() throws Exception {
        // Given
        NatterApi api = new NatterApi(scene.stack().gatewayUrl(1));
        String number = "+49151%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        String verification = api.sendCode(number);
        String proof = api.prove(verification, lastCode(number));
        api.signUpByProof(proof, "Petra Phone");
        Session session = api.signInByProof(proof, Device.named("phone", "test"));
        Person bob = scene.person();
        RawSocket bobs = scene.socket(bob, 2);
        bobs.awaitFrame(ServerFrame.Synced.class);

        // When
        RawSocket phone = scene.socket(1).hello(session.accessToken());
        phone.awaitFrame(ServerFrame.Synced.class);
        phone.say(Scene.send(bob.id(), "hello by phone"));

        // Then
        assertThat(bobs.awaitFrame(ServerFrame.Message.class).from()).isEqualTo(session.userId());
    }

    @Test
    void talksAfterASignInByAnotherProviderAndIsTheSameUserTheNextTime() throws Exception {
        // Given
        NatterApi api = new NatterApi(scene.stack().gatewayUrl(1));
        OutsidePerson otto = OutsidePerson.register(scene.stack());
        Person bob = scene.person();
        RawSocket bobs = scene.socket(bob, 2);
        bobs.awaitFrame(ServerFrame.Synced.class);

        // When
        Session first = signIn(api, otto.signIn(), Device.named("browser", "web"));
        RawSocket browser = scene.socket(1).hello(first.accessToken());
        browser.awaitFrame(ServerFrame.Synced.class);
        browser.say(Scene.send(bob.id(), "hello from outside"));

        // Then
        assertThat(bobs.awaitFrame(ServerFrame.Message.class).from()).isEqualTo(first.userId());
        assertThat(bob.api().findUser(first.userId()).orElseThrow().displayName())
                .isEqualTo("Otto Outside");

        // When
        Session second = signIn(api, otto.signIn(), Device.named("tablet", "web"));
        bobs.say(Scene.send(first.userId(), "hello back"));

        // Then
        assertThat(second.userId()).isEqualTo(first.userId());
        RawSocket tablet = scene.socket(2).hello(second.accessToken());
        tablet.awaitFrame(ServerFrame.Synced.class);
        browser.awaitFrame(ServerFrame.Message.class, message -> message.from().equals(bob.id()));
    }

    private static Session signIn(NatterApi api, AuthorizationCode code, Device device) {
        return api.signInByOidc(code.code(), code.verifier(), code.redirectUri(), device);
    }

    private String lastCode(String number) throws IOException, InterruptedException {
        URI outbox = scene.stack().gatewayUrl(1).resolve("/v1/dev/outbox?to=" + number.replace("+", "%2B"));
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(outbox).build(), HttpResponse.BodyHandlers.ofString());
        Matcher code = CODE.matcher(answer.body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private int call(String method, String path, Person as) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(scene.stack().gatewayUrl(1).resolve(path))
                .header("Authorization", "Bearer " + as.session().accessToken())
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
