package chat.natter.load.compare.natter;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ChatListener;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.client.connection.TokenSource;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.compare.trial.Contender;
import chat.natter.load.compare.trial.Line;
import chat.natter.load.compare.trial.LineListener;
import chat.natter.load.crowd.SignCrowd;
import chat.natter.load.process.StackProcesses;
import chat.natter.load.scenario.SignUp;
import chat.natter.load.scenario.SignedIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The running stack, with everything that a message passes: gateways, Kafka, message-service, history and Cassandra.
 */
public final class NatterContender implements Contender {
    private static final int GROUP_SECONDS = 60;
    /** What no message passes; it only waits meanwhile. */
    private static final List<String> NOT_ON_THE_WAY = List.of("keycloak", "mariadb", "s3proxy", "media", "auth");

    private static final String TEXT = "{\"kind\":\"text\",\"text\":\"";
    private static final String END = "\"}";

    private final ChatClient client = ChatClient.start(2);
    private final List<URI> edges;
    private final StackProcesses processes;
    private final SignCrowd sign;
    /** Those who have accounts. */
    private final List<SignedIn> members = new ArrayList<>();
    /** Those of the present trial. */
    private List<? extends TokenSource> admitted = List.of();

    private volatile @Nullable Recipient group;

    public NatterContender(List<URI> edges, StackProcesses processes, Path signingKey)
            throws IOException, GeneralSecurityException {
        this.edges = List.copyOf(edges);
        this.processes = processes;
        this.sign = new SignCrowd(edges.get(0), signingKey);
    }

    @Override
    public String name() {
        return "Natter";
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public Map<String, Long> processes() {
        return processes.pids().entrySet().stream()
                .filter(process -> !NOT_ON_THE_WAY.contains(process.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void admit(int people) throws IOException, InterruptedException {
        List<URI> homes =
                IntStream.range(members.size(), people).mapToObj(this::edge).toList();
        try {
            List<Session> sessions = SignUp.at(homes);
            for (int i = 0; i < homes.size(); i++) {
                members.add(new SignedIn(new NatterApi(homes.get(i)), sessions.get(i), Clock.systemUTC()));
            }
        } catch (ExecutionException e) {
            throw new IOException("nobody can sign up: " + e.getMessage(), e);
        }
        admitted = List.copyOf(members);
    }

    /** They have no accounts: a password costs much CPU by design. */
    @Override
    public void admitSilent(int people) throws IOException {
        List<TokenSource> silent = new ArrayList<>();
        try {
            for (int person = 0; person < people; person++) {
                String token = sign.tokenFor(SignCrowd.newId());
                silent.add(() -> token);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("no tokens: " + e.getMessage(), e);
        }
        admitted = silent;
    }

    @Override
    public Line connect(int person, LineListener listener) {
        Ears ears = new Ears(listener);
        ChatConnection connection = client.open(ConnectionSettings.to(edge(person)), admitted.get(person), ears);
        return new NatterLine(connection, ears);
    }

    @Override
    public void gather(List<Line> lines) throws InterruptedException {
        NatterLine founder = (NatterLine) lines.get(0);
        List<UserId> others =
                IntStream.range(1, lines.size()).mapToObj(this::user).toList();
        MessageId id = founder.connection.newId();
        founder.connection.send(new ClientFrame.Group(
                id,
                null,
                new GroupAction.Create(
                        new GroupAction.Profile("Comparison", null, null), others, GroupAction.Settings.NONE)));
        if (!founder.ears.founded.await(GROUP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no group within " + GROUP_SECONDS + " s");
        }
        group = new Recipient.ToConversation(ConversationId.groupOf(id));
    }

    private UserId user(int person) {
        return members.get(person).session().userId();
    }

    private URI edge(int person) {
        return edges.get(person % edges.size());
    }

    @Override
    public void close() {
        client.close();
    }

    private final class NatterLine implements Line {
        private final ChatConnection connection;
        private final Ears ears;

        NatterLine(ChatConnection connection, Ears ears) {
            this.connection = connection;
            this.ears = ears;
        }

        @Override
        public void say(int toPerson, String body) {
            say(new Recipient.ToUser(user(toPerson)), body);
        }

        @Override
        public void sayToGroup(String body) {
            Recipient to = group;
            if (to == null) {
                throw new IllegalStateException("there is no group");
            }
            say(to, body);
        }

        private void say(Recipient to, String body) {
            connection.send(
                    new ClientFrame.Send(connection.newId(), to, Content.ofJson(TEXT + body + END), null, null));
        }

        @Override
        public void leave() {
            connection.close();
        }
    }

    private static final class Ears implements ChatListener {
        private final LineListener listener;
        private final CountDownLatch founded = new CountDownLatch(1);

        Ears(LineListener listener) {
            this.listener = listener;
        }

        @Override
        public void onSynced(ServerFrame.Synced synced) {
            listener.onReady();
        }

        @Override
        public void onMessage(ServerFrame.Message message) {
            String json = message.content().json();
            if (json.startsWith(TEXT)) {
                listener.onBody(json.substring(TEXT.length(), json.length() - END.length()));
            } else if (!json.contains("\"group.")) {
                listener.onFailure("a content that nobody sent");
            }
        }

        @Override
        public void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {
            listener.onAccepted();
        }

        @Override
        public void onSent(ClientFrame.Group asked, ServerFrame.Sent sent) {
            founded.countDown();
        }

        @Override
        public void onRefused(ClientFrame.Send send, ServerFrame.Failure failure) {
            listener.onFailure("refused: " + failure.code());
        }

        @Override
        public void onPostponed(ClientFrame.Send send, ServerFrame.Failure failure) {
            listener.onFailure("postponed: " + failure.code());
        }

        @Override
        public void onDisconnected(String cause, Duration comesBackIn) {
            listener.onFailure("disconnected: " + cause);
        }

        @Override
        public void onGivenUp(CloseCode why) {
            listener.onFailure("closed: " + why);
        }
    }
}
