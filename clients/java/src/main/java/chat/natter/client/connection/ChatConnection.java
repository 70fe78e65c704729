package chat.natter.client.connection;

import chat.natter.client.rest.ApiRefused;
import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One device's line to Natter, which outlives its sockets: it comes back by itself, repeats what has no answer, hands
 * every entry to the listener once and acknowledges it afterwards. All state lives on one event loop; the public
 * methods may be called from any thread.
 */
public final class ChatConnection {
    /** What is new in a topic is in the archive soon afterwards. */
    private static final int ARCHIVE_LAG_MILLIS = 250;

    private final Vertx vertx;
    private final Context loop;
    private final WebSocketClient sockets;
    private final ConnectionSettings settings;
    private final TokenSource tokens;
    private final ChatListener listener;

    private final NewMessageId ids;
    private final ReconnectPolicy policy;
    private final Outbox outbox;
    private final PendingAck pendingAck;
    private final PositionGate gate = new PositionGate();
    private final Watching watching = new Watching();
    private final ReadMarks readMarks = new ReadMarks();
    private final TopicReading topics = new TopicReading();
    private final SecureRandom random = new SecureRandom();
    private final Set<MessageId> postponed = new LinkedHashSet<>();
    private final HandleFrame handleFrame = new HandleFrame();

    private @Nullable GatewaySocket socket;
    private @Nullable String ticket;
    private boolean usedTicket;
    private boolean open;
    private boolean closed;
    private boolean leaving;
    private boolean ackTimerRuns;
    private int edge;
    /** Counts planned attempts: a plan that a later one has replaced must not connect a second time. */
    private int plan;

    ChatConnection(
            ChatClient client, Context loop, ConnectionSettings settings, TokenSource tokens, ChatListener listener) {
        this.vertx = client.vertx();
        this.sockets = client.sockets();
        this.loop = loop;
        this.settings = settings;
        this.tokens = tokens;
        this.listener = listener;
        this.ids = new NewMessageId(Clock.systemUTC(), random);
        this.policy = new ReconnectPolicy(settings.backoff(), random, System::nanoTime);
        this.outbox = new Outbox(settings.outboxCapacity());
        this.pendingAck = new PendingAck(settings.ack().every());
    }

    void start() {
        onLoop(this::connect);
    }

    /** Sends a message under a new id, which the listener's answer will carry. */
    public MessageId send(Recipient to, Content content) {
        ClientFrame.Send send = new ClientFrame.Send(newId(), to, content, null, null);
        send(send);
        return send.id();
    }

    /** An id for a {@link ClientFrame.Send} that the caller makes itself. */
    public MessageId newId() {
        return ids.next();
    }

    /** Sends now or once connected, and again until answered; requests keep their order. */
    public void send(ClientFrame.Request request) {
        onLoop(() -> {
            if (!outbox.add(request)) {
                refused(request, outboxFull(request));
            } else if (open) {
                say(request);
            }
        });
    }

    /**
     * Asks for the entries of a conversation's log from one number to another, both included; the listener gets one
     * page, which may end earlier, or a refusal. Asked on later sockets too, until it is answered.
     */
    public MessageId pull(ConversationId conversation, long from, long to) {
        ClientFrame.Pull pull = new ClientFrame.Pull(newId(), conversation, from, to);
        send(pull);
        return pull.id();
    }

    /**
     * From now on the listener is told how far that topic is and when there is something new, also after a reconnect;
     * or that it cannot be listened to.
     */
    public void listen(ConversationId topic) {
        onLoop(() -> {
            ClientFrame.Listen listen = new ClientFrame.Listen(newId(), topic);
            if (watching.listen(listen)) {
                sayIfOpen(listen);
            }
        });
    }

    /**
     * Reads a topic from now on: listens to it, and pulls what comes after that number. The listener gets it as pages,
     * in order; a page may be empty while the archive lags.
     */
    public void readTopic(ConversationId topic, long after) {
        onLoop(() -> topics.begin(topic, after));
        listen(topic);
    }

    /** Neither listens to a topic nor reads it any more. */
    public void unlisten(ConversationId topic) {
        onLoop(() -> {
            topics.end(topic);
            watching.unlisten(topic);
            sayIfOpen(new ClientFrame.Unlisten(topic));
        });
    }

    /** Marks the conversation as read up to this seq. */
    public void read(ConversationId conversation, long seq) {
        onLoop(() -> {
            if (readMarks.raise(conversation, seq) && open) {
                say(new ClientFrame.Read(conversation, seq));
            }
        });
    }

    /** From now on the listener is told of these users' presence too, also after a reconnect. */
    public void watch(List<UserId> users) {
        onLoop(() -> {
            watching.add(users);
            sayIfOpen(new ClientFrame.Watch(null, users));
        });
    }

    public void unwatch(List<UserId> users) {
        onLoop(() -> {
            watching.remove(users);
            sayIfOpen(new ClientFrame.Unwatch(users));
        });
    }

    /**
     * Whether anybody looks. While nobody does, others see this device as away, and presence and typing are held back.
     */
    public void active(boolean active) {
        onLoop(() -> {
            watching.active(active);
            sayIfOpen(new ClientFrame.Activity(active));
        });
    }

    /** These conversations are open on the screen, also after a reconnect: the listener is told who types in them. */
    public void viewing(List<ConversationId> conversations) {
        onLoop(() -> {
            watching.viewing(conversations);
            sayIfOpen(new ClientFrame.Viewing(conversations));
        });
    }

    /**
     * The user types; to be said again every few seconds as long as that goes on, and with {@code on} false if it ends
     * without a message.
     */
    public void typing(ConversationId conversation, boolean on) {
        onLoop(() -> sayIfOpen(new ClientFrame.Typing(conversation, on)));
    }

    /** Acknowledges by hand, for {@link AckPolicy#manual()}. */
    public void ack(long position) {
        onLoop(() -> {
            pendingAck.handed(position);
            sayAck();
        });
    }

    /** Drops the socket and comes back at once, as after a change of network. */
    public void reconnect() {
        onLoop(() -> {
            if (closed) {
                return;
            }
            if (socket != null) {
                socket.leave();
                policy.left();
            }
            disconnected("asked to reconnect", Duration.ZERO);
        });
    }

    /** Acknowledges what is owed and leaves for good. */
    public void close() {
        onLoop(() -> {
            sayAck();
            closed = true;
            open = false;
            if (socket != null) {
                socket.leave();
            }
        });
    }

    private void onLoop(Runnable task) {
        if (Vertx.currentContext() == loop) {
            task.run();
        } else {
            loop.runOnContext(now -> task.run());
        }
    }

    private void connect() {
        if (closed) {
            return;
        }
        leaving = false;
        String held = ticket;
        if (held != null) {
            open(new ClientFrame.Ticket(held));
            return;
        }
        int planned = plan;
        vertx.<String>executeBlocking(tokens::token, false).onComplete(asked -> {
            if (closed || planned != plan) {
                return;
            }
            if (asked.succeeded()) {
                open(new ClientFrame.Token(asked.result()));
            } else {
                boolean refused = asked.cause() instanceof ApiRefused answer && !answer.isForNow();
                onEnd(refused ? new Ending.NoToken() : new Ending.Broken("no token: server not available"));
            }
        });
    }

    private void open(ClientFrame.Credential credential) {
        usedTicket = credential instanceof ClientFrame.Ticket;
        long stored = pendingAck.position();
        GatewaySocket attempt = new GatewaySocket(vertx, sockets, frame -> frame.accept(handleFrame), this::onEnd);
        socket = attempt;
        attempt.open(
                settings.edges().get(edge),
                new ClientFrame.Hello(credential, stored == 0 ? null : stored, settings.client()));
    }

    private void onEnd(Ending ending) {
        if (closed) {
            return;
        }
        if (leaving) {
            // The timer that goaway started brings us back.
            open = false;
            return;
        }
        if (ending instanceof Ending.Broken || isDraining(ending)) {
            nextEdge();
        }
        NextStep step = policy.after(ending, usedTicket);
        if (step instanceof NextStep.GiveUp end) {
            giveUp(end.why());
        } else if (step instanceof NextStep.ComeBack back) {
            if (!back.withTicket()) {
                ticket = null;
            }
            disconnected(describe(ending), back.delay());
        }
    }

    private void disconnected(String cause, Duration comesBackIn) {
        open = false;
        socket = null;
        listener.onDisconnected(cause, comesBackIn);
        comeBackAfter(comesBackIn);
    }

    private void comeBackAfter(Duration delay) {
        int planned = ++plan;
        // Not even a delay of zero connects within the call that saw the end: the listener may close first.
        vertx.setTimer(Math.max(1, delay.toMillis()), due -> {
            if (planned == plan) {
                connect();
            }
        });
    }

    private void giveUp(CloseCode why) {
        closed = true;
        open = false;
        listener.onGivenUp(why);
    }

    private static boolean isDraining(Ending ending) {
        return ending instanceof Ending.Closed closed && closed.code() == CloseCode.DRAINING.code();
    }

    private void nextEdge() {
        edge = (edge + 1) % settings.edges().size();
    }

    private URI currentEdge() {
        return settings.edges().get(edge);
    }

    private String describe(Ending ending) {
        if (ending instanceof Ending.Closed end) {
            return CloseCode.ofCode(end.code()).map(CloseCode::reason).orElse("connection closed") + " by "
                    + currentEdge();
        }
        return ending instanceof Ending.Broken broken ? broken.cause() : "disconnected";
    }

    private void sayIfOpen(ClientFrame frame) {
        if (open) {
            say(frame);
        }
    }

    private void say(ClientFrame frame) {
        if (socket != null) {
            socket.say(frame);
        }
    }

    private void handed(long position) {
        if (!settings.ack().automatic()) {
            return;
        }
        if (pendingAck.handed(position)) {
            sayAck();
        } else if (!ackTimerRuns) {
            ackTimerRuns = true;
            vertx.setTimer(settings.ack().within().toMillis(), due -> {
                ackTimerRuns = false;
                sayAck();
            });
        }
    }

    private void sayAck() {
        if (open && pendingAck.isOwed()) {
            say(new ClientFrame.Ack(pendingAck.take()));
        }
    }

    private void answered(ClientFrame.Request request, ServerFrame.Sent sent) {
        if (request instanceof ClientFrame.Send send) {
            listener.onSent(send, sent);
        } else if (request instanceof ClientFrame.Group group) {
            listener.onSent(group, sent);
        }
    }

    private void refused(ClientFrame.Request request, ServerFrame.Failure failure) {
        if (request instanceof ClientFrame.Send send) {
            listener.onRefused(send, failure);
        } else if (request instanceof ClientFrame.Group group) {
            listener.onRefused(group, failure);
        } else if (request instanceof ClientFrame.Pull pull) {
            topics.refused(pull.conversation());
            listener.onRefused(pull, failure);
        }
    }

    private void pullTopicAfter(ConversationId topic, int delayMillis) {
        vertx.setTimer(Math.max(1, delayMillis), due -> {
            TopicReading.Wanted wanted = topics.wanted(topic);
            if (wanted != null && !closed) {
                pull(topic, wanted.from(), wanted.to());
            }
        });
    }

    private void refused(ClientFrame.Listen listen, ServerFrame.Failure failure) {
        Integer retryAfter = failure.retryAfterMs();
        if (retryAfter == null) {
            watching.unlisten(listen.conversation());
            listener.onRefused(listen, failure);
        } else {
            vertx.setTimer(Math.max(1, retryAfter), due -> {
                if (watching.listening(failure.re()) != null) {
                    sayIfOpen(listen);
                }
            });
        }
    }

    private void postpone(ClientFrame.Request request, ServerFrame.Failure failure, int delayMillis) {
        boolean first = postponed.isEmpty();
        postponed.add(request.id());
        if (request instanceof ClientFrame.Send send) {
            listener.onPostponed(send, failure);
        }
        if (first) {
            vertx.setTimer(Math.max(1, delayMillis), due -> repeatPostponed());
        }
    }

    private void repeatPostponed() {
        Set<MessageId> due = Set.copyOf(postponed);
        postponed.clear();
        if (open && !due.isEmpty()) {
            outbox.unanswered().stream()
                    .filter(request -> due.contains(request.id()))
                    .forEach(this::say);
        }
    }

    private static ServerFrame.Failure outboxFull(ClientFrame.Request request) {
        return new ServerFrame.Failure(
                request.id().toString(),
                Problem.RATE_LIMITED.code(),
                "Too many messages wait for an answer.",
                null,
                null);
    }

    /** What each frame does to the state above. */
    private final class HandleFrame implements ServerFrame.Handler<Void> {
        @Override
        public Void welcome(ServerFrame.Welcome welcome) {
            open = true;
            ticket = welcome.ticket();
            policy.welcomed();
            gate.newSession();
            postponed.clear();
            if (socket != null) {
                socket.welcomed(Duration.ofSeconds(welcome.heartbeatSeconds()));
            }
            listener.onWelcome(welcome);
            watching.all().forEach(ChatConnection.this::say);
            readMarks.all().forEach(ChatConnection.this::say);
            outbox.unanswered().forEach(ChatConnection.this::say);
            return null;
        }

        @Override
        public Void synced(ServerFrame.Synced synced) {
            listener.onSynced(synced);
            return null;
        }

        @Override
        public Void ping(ServerFrame.Ping ping) {
            say(new ClientFrame.Pong());
            return null;
        }

        @Override
        public Void pong(ServerFrame.Pong pong) {
            return null;
        }

        @Override
        public Void sent(ServerFrame.Sent sent) {
            outbox.answered(sent.re()).ifPresent(request -> answered(request, sent));
            return null;
        }

        @Override
        public Void spread(ServerFrame.Spread spread) {
            outbox.answered(spread.re()).ifPresent(request -> {
                if (request instanceof ClientFrame.Send send) {
                    listener.onSpread(send, spread);
                }
            });
            return null;
        }

        @Override
        public Void message(ServerFrame.Message message) {
            if (gate.passes(message.position())) {
                listener.onMessage(message);
            }
            handed(message.position());
            return null;
        }

        @Override
        public Void receipt(ServerFrame.Receipt receipt) {
            if (gate.passes(receipt.position())) {
                listener.onReceipt(receipt);
            }
            handed(receipt.position());
            return null;
        }

        @Override
        public Void missed(ServerFrame.Missed missed) {
            if (gate.passes(missed.position())) {
                listener.onMissed(missed);
            }
            handed(missed.position());
            return null;
        }

        @Override
        public Void page(ServerFrame.Page page) {
            outbox.answered(page.re()).ifPresent(request -> {
                listener.onPage(page);
                if (topics.got(page)) {
                    pullTopicAfter(page.conversation(), page.last() < page.first() ? ARCHIVE_LAG_MILLIS : 0);
                }
            });
            return null;
        }

        @Override
        public Void news(ServerFrame.News news) {
            listener.onNews(news);
            if (topics.heard(news)) {
                pullTopicAfter(news.conversation(), random.nextInt(news.spreadMs() + 1));
            }
            return null;
        }

        @Override
        public Void presence(ServerFrame.Presence presence) {
            listener.onPresence(presence);
            return null;
        }

        @Override
        public Void typing(ServerFrame.Typing typing) {
            listener.onTyping(typing);
            return null;
        }

        @Override
        public Void security(ServerFrame.Security security) {
            if (gate.passes(security.position())) {
                listener.onSecurity(security);
            }
            handed(security.position());
            return null;
        }

        @Override
        public Void personal(ServerFrame.Personal personal) {
            if (gate.passes(personal.position())) {
                listener.onPersonal(personal);
            }
            handed(personal.position());
            return null;
        }

        @Override
        public Void failure(ServerFrame.Failure failure) {
            ClientFrame.Request request = outbox.find(failure.re());
            Integer retryAfter = failure.retryAfterMs();
            ClientFrame.Listen listen = request == null ? watching.listening(failure.re()) : null;
            if (listen != null) {
                refused(listen, failure);
            } else if (request == null) {
                listener.onError(failure);
            } else if (retryAfter != null) {
                postpone(request, failure, retryAfter);
            } else {
                outbox.answered(request.id());
                refused(request, failure);
            }
            return null;
        }

        @Override
        public Void goAway(ServerFrame.GoAway away) {
            NextStep step = policy.after(new Ending.GoneAway(away.retryAfterMs(), away.jitterMs()), usedTicket);
            GatewaySocket draining = socket;
            if (!leaving && draining != null && step instanceof NextStep.ComeBack back) {
                // Until then the gateway still answers what it has taken.
                leaving = true;
                listener.onDisconnected("gateway drains", back.delay());
                int planned = ++plan;
                vertx.setTimer(Math.max(1, back.delay().toMillis()), due -> {
                    if (planned == plan) {
                        draining.leave();
                        open = false;
                        nextEdge();
                        connect();
                    }
                });
            }
            return null;
        }
    }
}
