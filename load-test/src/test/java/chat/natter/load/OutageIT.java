package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.MessagePage;
import chat.natter.client.rest.Session;
import chat.natter.client.rest.Window;
import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The database, the identity provider or the archive is away: who is signed in talks on, and the others are told what
 * is wrong.
 */
class OutageIT {
    /** A node by itself that is killed forgets what it took in the last 100 ms; three nodes do not die at once. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** How long the archive is away; {@code -Dnatter.outage=PT2M} for longer. */
    private static final Duration OUTAGE = Duration.parse(System.getProperty("natter.outage", "PT15S"));

    /** Slower than anybody is allowed to send. */
    private static final Duration PACE = Duration.ofMillis(200);

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();
    private RawSocket alices;
    private RawSocket bobs;
    private int said;

    @BeforeEach
    void theyTalk() {
        alices = scene.socket(alice, 1);
        bobs = scene.socket(bob, 2);
        bobs.awaitFrame(ServerFrame.Synced.class);
        aliceIsHeard();
    }

    @Test
    void goesOnWithoutTheDatabase() {
        try {
            // When
            scene.stack().kill("mariadb");

            // Then: what needs it says so
            assertUnavailable(() -> alice.api().me());
            assertUnavailable(() -> alice.rest().refresh(alice.session().refreshToken()));
            assertUnavailable(alice::onAnotherDevice);
            assertUnavailable(() -> alice.rest().sendCode("+4915112345678"));

            // Then: sockets, tickets and access tokens need nothing of it
            aliceIsHeard();
            comeBackByTicket();
            bobs = scene.socket(bob, 1);
            bobs.awaitFrame(ServerFrame.Synced.class);
            aliceIsHeard();
        } finally {
            scene.stack().start("mariadb");
        }

        // Then: it recovers by itself, and the refresh token that met the outage is still good
        await("the database")
                .atMost(DEADLINE)
                .ignoreExceptionsMatching(OutageIT::isUnavailable)
                .until(() -> alice.api().me() != null);
        Session refreshed = alice.rest().refresh(alice.session().refreshToken());
        assertThat(refreshed.deviceId()).isEqualTo(alice.device());
        assertThat(alice.onAnotherDevice().id()).isEqualTo(alice.id());
    }

    @Test
    void goesOnWithoutTheIdentityProvider() {
        Session refreshed;
        Person newcomer;
        try {
            // When
            newcomer = scene.person();
            scene.stack().kill("keycloak");

            // Then: passwords cannot be checked
            assertUnavailable(alice::onAnotherDevice);

            // Then: everything else goes on
            aliceIsHeard();
            comeBackByTicket();
            aliceIsHeard();
            assertThat(alice.api().me().userId()).isEqualTo(alice.id());
            refreshed = alice.rest().refresh(alice.session().refreshToken());
            scene.socket(2).hello(refreshed.accessToken()).awaitFrame(ServerFrame.Synced.class);
        } finally {
            scene.stack().start("keycloak");
        }

        // Then: it recovers by itself, and knows whoever it answered just before
        await("the identity provider")
                .atMost(DEADLINE)
                .ignoreExceptionsMatching(OutageIT::isUnavailable)
                .until(() -> alice.onAnotherDevice().id().equals(alice.id()));
        assertThat(newcomer.onAnotherDevice().id()).isEqualTo(newcomer.id());
    }

    @Test
    void deliversWithoutTheArchiveWhichMissesNothingInTheEnd() {
        ConversationId conversation = ConversationId.direct(alice.id(), bob.id());
        await("a commit log that has what was said")
                .pollDelay(SETTLED)
                .atMost(DEADLINE)
                .until(() -> archived(conversation).size() == said);
        try {
            // When
            scene.stack().kill("cassandra");

            // Then: what needs it says so, and messages are delivered for as long as it is away
            assertUnavailable(() -> alice.api().messages(conversation, new Window.Latest(10)));
            long end = System.nanoTime() + OUTAGE.toNanos();
            await("the end of the outage")
                    .atMost(OUTAGE.plus(DEADLINE))
                    .pollInterval(PACE)
                    .until(() -> {
                        aliceIsHeard();
                        return System.nanoTime() > end;
                    });
        } finally {
            scene.stack().start("cassandra");
        }

        // Then
        List<Long> all = LongStream.rangeClosed(1, said).boxed().toList();
        // A batch is written side by side: the newest may be there before those just before it.
        await("the archive")
                .atMost(OUTAGE.plus(DEADLINE))
                .ignoreExceptionsMatching(OutageIT::isUnavailable)
                .untilAsserted(() -> assertThat(archived(conversation)).isEqualTo(all));
    }

    /** The seqs of all messages, from the first. */
    private List<Long> archived(ConversationId conversation) {
        List<Long> seqs = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            MessagePage page = alice.api().messages(conversation, new Window.After(after, 200));
            page.messages().forEach(message -> seqs.add(message.seq()));
            after = page.next();
        }
        return seqs;
    }

    private void aliceIsHeard() {
        said++;
        alices.say(Scene.send(bob.id(), "hello again"));
        ServerFrame.Message heard = bobs.awaitFrame(ServerFrame.Message.class, message -> message.seq() == said);
        bobs.say(new ClientFrame.Ack(heard.position()));
    }

    /** Alice's socket breaks, and her device goes to the other gateway. */
    private void comeBackByTicket() {
        String ticket = alices.awaitFrame(ServerFrame.Welcome.class).ticket();
        alices.close();
        alices = scene.socket(2).resume(ticket);
        alices.awaitFrame(ServerFrame.Synced.class);
    }

    private static boolean isUnavailable(Throwable refused) {
        return refused instanceof ApiRefused refusal && refusal.problem().equals(Optional.of(Problem.UNAVAILABLE));
    }

    private static void assertUnavailable(ThrowingCallable call) {
        ApiRefused refused = catchThrowableOfType(ApiRefused.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.problem()).contains(Problem.UNAVAILABLE);
        assertThat(refused).hasMessageNotContaining("Exception");
    }
}
