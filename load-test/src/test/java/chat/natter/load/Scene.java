package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.client.connection.Backoff;
import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.DeliveryLedger;
import chat.natter.load.ledger.JudgeDeliveries;
import chat.natter.load.ledger.RecordedDevice;
import chat.natter.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What one test has: the running stack, people of its own, and one ledger of all that they say. */
final class Scene implements AfterEachCallback {
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static {
        // Tests wait for one thing after the other, and most of them are there at once.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
    }

    private final LocalStack stack = LocalStack.current();
    private final DeliveryLedger ledger = new DeliveryLedger();
    private final ChatClient client = ChatClient.start(1);
    private final List<AutoCloseable> toClose = new ArrayList<>(List.of(client));

    LocalStack stack() {
        return stack;
    }

    DeliveryLedger ledger() {
        return ledger;
    }

    Person person() {
        return Person.signUp(stack.gatewayUrl(1));
    }

    /** Connects the person's device to the first of these gateways; to the others when that one is gone. */
    RecordedDevice connect(Person person, int... gateways) {
        URI[] edges = IntStream.of(gateways).mapToObj(stack::gatewayUrl).toArray(URI[]::new);
        RecordedDevice device = RecordedDevice.connect(
                client, ConnectionSettings.to(edges).with(QUICK), person.session(), ledger, Clock.systemUTC());
        toClose.add(device);
        await("synced").atMost(Duration.ofSeconds(30)).until(device::isSynced);
        return device;
    }

    /** A socket that has not said hello. */
    RawSocket socket(int gateway) {
        return keep(RawSocket.connect(stack.gatewayUrl(gateway)));
    }

    /** A socket of the person's device, with its backlog on the way. */
    RawSocket socket(Person person, int gateway) {
        return socket(gateway).hello(person.session().accessToken());
    }

    /** A request of the person's to the REST edge. */
    HttpResponse<String> call(Person person, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stack.gatewayUrl(1).resolve(path))
                .header("Authorization", "Bearer " + person.session().accessToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    <C extends AutoCloseable> C keep(C closeable) {
        toClose.add(closeable);
        return closeable;
    }

    /** From here on each of the two is owed what the other one says. */
    ConversationId talk(Person one, Person other) {
        ConversationId conversation = ConversationId.direct(one.id(), other.id());
        ledger.member(conversation, one.device());
        ledger.member(conversation, other.device());
        return conversation;
    }

    static Content text(String text) {
        return Content.ofJson("{\"kind\":\"text\",\"text\":\"" + text + "\"}");
    }

    static ClientFrame.Send send(UserId to, String text) {
        return new ClientFrame.Send(new MessageId(UUID.randomUUID()), new Recipient.ToUser(to), text(text), null, null);
    }

    void awaitSettled(Duration deadline) {
        await("every send answered and delivered")
                .atMost(deadline)
                .pollInterval(Duration.ofMillis(200))
                .until(ledger::isSettled);
    }

    void assertFaultless() {
        assertThat(JudgeDeliveries.judge(ledger)).isEmpty();
    }

    /** What the raw socket was given, for a judgement with everything else. */
    void record(Person person, ServerFrame.Message message) {
        ledger.delivered(person.device(), message, Clock.systemUTC().instant());
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (int last = toClose.size() - 1; last >= 0; last--) {
            toClose.get(last).close();
        }
    }
}
