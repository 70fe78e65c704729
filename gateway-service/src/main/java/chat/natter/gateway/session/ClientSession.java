package chat.natter.gateway.session;

import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.SessionId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.ReadClientFrame;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.WriteServerFrame;
import chat.natter.contract.record.Acknowledged;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.ReadMark;
import chat.natter.contract.record.Refused;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One socket: waits for {@code hello}, then carries frames to Kafka and deliveries back until it is closed. Confined to
 * one event loop; knows no socket library, no Kafka and no clock but the one it is given.
 *
 * <p>A positioned entry is written once and in order: message-service may repeat after a crash, and whatever is not
 * above the last position written is dropped here.
 */
public final class ClientSession implements ClientFrame.Handler<Boolean> {
    private static final int UNAVAILABLE_RETRY_MILLIS = 1_000;

    private final SessionContext context;
    private final Socket socket;
    private final Publisher publisher;
    private final SessionRegistry registry;
    private final PullPages pullPages;
    private final SpreadMessages spreadMessages;
    private final FollowTopics topics;
    private final long connectedAt;
    private @Nullable OpenSession open;
    private @Nullable WhileLookedAt whileLookedAt;
    private boolean closing;
    private long heardAt;
    private long pingedAt;

    public ClientSession(SessionContext context, Socket socket, Publisher publisher, SessionRegistry registry) {
        this.context = context;
        this.socket = socket;
        this.publisher = publisher;
        this.registry = registry;
        this.pullPages = new PullPages(this, new AskHistory(this, context, publisher));
        this.spreadMessages = new SpreadMessages(this, context, publisher);
        this.topics = new FollowTopics(this, context, new AskHistory(this, context, publisher), registry);
        this.connectedAt = context.now();
        this.heardAt = connectedAt;
        this.pingedAt = connectedAt;
    }

    /** A text frame came. */
    public void receive(byte[] utf8) {
        if (closing) {
            return;
        }
        context.traffic().received();
        heardAt = context.now();
        Decoded<ClientFrame> decoded = ReadClientFrame.read(utf8);
        if (decoded instanceof Decoded.Frame<ClientFrame> frame) {
            if (open == null && !(frame.frame() instanceof ClientFrame.Hello)) {
                close(CloseCode.UNAUTHENTICATED);
            } else {
                frame.frame().accept(this);
            }
        } else if (decoded instanceof Decoded.Bad<ClientFrame> bad) {
            refuse(bad.problem(), bad.re(), bad.detail(), null);
            if (bad.problem() == Problem.BAD_FRAME && bad.re() == null) {
                close(CloseCode.BAD_FRAME);
            }
        }
    }

    /** Something came that is no frame, such as a pong. */
    public void heard() {
        heardAt = context.now();
    }

    /** Looks at the time, about twice a second. */
    public void tick() {
        if (closing) {
            return;
        }
        long now = context.now();
        long heartbeat = context.limits().heartbeat().toMillis();
        if (open == null) {
            if (now - connectedAt > context.limits().helloWithin().toMillis()) {
                close(CloseCode.NO_HELLO);
            }
        } else if (now - heardAt > 2 * heartbeat) {
            close(CloseCode.IDLE_TIMEOUT);
        } else if (now - Math.max(heardAt, pingedAt) > heartbeat) {
            pingedAt = now;
            socket.ping();
        }
        if (whileLookedAt != null) {
            whileLookedAt.tick();
        }
        pullPages.tick();
        topics.tick();
        flushAck();
    }

    /** Closes the socket for a reason of the protocol. */
    public void close(CloseCode code) {
        if (!closing) {
            closing = true;
            context.traffic().closed(code);
            socket.close(code);
        }
    }

    /** The gateway drains: the client is asked to go elsewhere. */
    public void goAway(int retryAfterMillis, int jitterMillis) {
        if (open != null && !closing) {
            write(new ServerFrame.GoAway(retryAfterMillis, jitterMillis));
        }
    }

    /** The socket has ended, whoever ended it. */
    public void ended() {
        closing = true;
        OpenSession session = open;
        if (session == null) {
            return;
        }
        flushAck();
        whileLookedAt().ended();
        topics.ended();
        open = null;
        registry.closed(session.id.value());
        publish(
                session,
                SessionRecord.newBuilder()
                        .setClosed(SessionClosed.newBuilder().setReason(SessionClosed.Reason.SOCKET)));
    }

    /** A record of the gateway's delivery topic for this session, which belongs to no message that is followed. */
    public void deliver(Delivery delivery) {
        deliver(new OneFrame(delivery), null);
    }

    /** A record of the gateway's delivery topic for this session, and perhaps for others. */
    public void deliver(OneFrame frame, @Nullable String traceId) {
        Delivery delivery = frame.delivery();
        OpenSession session = open;
        if (session == null || closing) {
            return;
        }
        if (delivery.getBodyCase() == Delivery.BodyCase.CLOSE) {
            close(CloseCode.ofCode(delivery.getClose().getCode()).orElse(CloseCode.UNAUTHENTICATED));
            return;
        }
        if (delivery.hasNews()) {
            topics.deliver(delivery.getNews());
            return;
        }
        if (socket.isOverfull()) {
            // The entry stays in the inbox: the client gets it when it comes back and reads.
            close(CloseCode.IDLE_TIMEOUT);
            return;
        }
        if (delivery.hasPresence() || delivery.hasTyping() || delivery.hasViewing()) {
            whileLookedAt().deliver(delivery);
        } else if (spreadMessages.tookOver(delivery, session.identity.user())) {
            return;
        } else if (!(delivery.hasPage() && topics.answered(delivery.getPage())) && isNew(session, frame)) {
            if (delivery.hasMessage()) {
                whileLookedAt()
                        .typing
                        .heard(
                                new ConversationId(delivery.getMessage().getConversation()),
                                new UserId(delivery.getMessage().getFrom()));
            }
            frame.bytes(traceId).ifPresent(this::write);
            if (session.synced && delivery.hasMessage()) {
                context.traffic()
                        .delivered(context.now() - delivery.getMessage().getAt());
            }
        }
    }

    /** Publishes the acknowledgement that waits, if any. */
    public void flushAck() {
        OpenSession session = open;
        if (session != null && session.hasUnpublishedAck()) {
            publish(
                    session,
                    SessionRecord.newBuilder()
                            .setAcknowledged(Acknowledged.newBuilder().setPosition(session.publishAck())));
        }
    }

    @Override
    public Boolean hello(ClientFrame.Hello hello) {
        if (open != null) {
            refuse(Problem.BAD_REQUEST, null, "hello comes once", null);
            return false;
        }
        if (!context.credentials().canCheck(hello.credential())) {
            // Not the client's fault: it would give up a token that is good.
            close(CloseCode.DRAINING);
            return false;
        }
        Optional<Identity> identity = context.credentials().check(hello.credential());
        if (identity.isEmpty()) {
            close(CloseCode.UNAUTHENTICATED);
            return false;
        }
        context.traffic().opened(hello.credential() instanceof ClientFrame.Ticket);
        Long said = hello.position();
        long position = said == null ? 0 : said;
        SessionId id = new SessionId(Ulid.next(context.clock().instant(), context.random()));
        OpenSession session = new OpenSession(identity.get(), id, context.limits(), position);
        open = session;
        whileLookedAt = new WhileLookedAt(this, session, context, publisher, registry);
        registry.opened(id.value(), this);
        publish(
                session,
                SessionRecord.newBuilder()
                        .setOpened(SessionOpened.newBuilder()
                                .setPosition(position)
                                .setSignIn(session.identity.signIn().value())));
        write(new ServerFrame.Welcome(
                session.identity.user(),
                session.identity.device(),
                id,
                context.gateway(),
                position,
                context.credentials().ticketFor(session.identity),
                (int) context.limits().heartbeat().toSeconds(),
                context.limits().announced(),
                Instant.ofEpochMilli(context.now())));
        return true;
    }

    @Override
    public Boolean ping(ClientFrame.Ping ping) {
        write(new ServerFrame.Pong());
        return true;
    }

    @Override
    public Boolean pong(ClientFrame.Pong pong) {
        return true;
    }

    @Override
    public Boolean send(ClientFrame.Send send) {
        OpenSession session = opened();
        String re = send.id().toString();
        if (send.content().utf8().length > context.limits().announced().contentBytes()) {
            refuse(Problem.TOO_LARGE, re, Problem.TOO_LARGE.title(), null);
            return false;
        }
        if (send.to() instanceof Recipient.ToUsers to) {
            return spreadMessages.send(send, to, session);
        }
        ConversationId conversation =
                send.to().conversationsWith(session.identity.user()).get(0);
        if (conversation.isDirect() && !conversation.isBetween(session.identity.user())) {
            refuse(Problem.NOT_A_MEMBER, re, Problem.NOT_A_MEMBER.title(), null);
            return false;
        }
        int wait = millisToWait(send.forwarded(), conversation, session);
        if (wait > 0) {
            refuse(Problem.RATE_LIMITED, re, Problem.RATE_LIMITED.title(), wait);
            return false;
        }
        whileLookedAt().typing.said(conversation);
        return command(session, conversation, re, ToCommand.of(send, session, context.gateway()));
    }

    private int millisToWait(int forwarded, ConversationId conversation, OpenSession session) {
        if (forwarded == 0) {
            return 0;
        }
        // What it has come to with this time was passed on once less before.
        ForwardAllowance forwards = forwarded > LogEntry.MANY_TIMES ? session.manyForwards : session.forwards;
        return forwards.millisToWait(conversation, context.now());
    }

    @Override
    public Boolean group(ClientFrame.Group group) {
        OpenSession session = opened();
        ConversationId conversation = group.conversation();
        if (conversation != null && conversation.isDirect() && !conversation.isBetween(session.identity.user())) {
            refuse(Problem.NOT_A_MEMBER, group.id().toString(), Problem.NOT_A_MEMBER.title(), null);
            return false;
        }
        return command(
                session,
                conversation == null ? created(group) : conversation,
                group.id().toString(),
                ToGroupCommand.of(group, session, context.gateway()));
    }

    private static ConversationId created(ClientFrame.Group group) {
        boolean topic = group.action() instanceof GroupAction.Create create && create.topic();
        return topic ? ConversationId.topicOf(group.id()) : ConversationId.groupOf(group.id());
    }

    private boolean command(OpenSession session, ConversationId conversation, String re, Command command) {
        int wait = session.allowance.millisToWait();
        if (wait > 0) {
            refuseTooMany(re, wait, session.allowance);
            return false;
        }
        boolean taken = publisher.command(conversation, command, context.now(), traceId -> unavailable(re, traceId));
        if (!taken) {
            unavailable(re);
        }
        return taken;
    }

    @Override
    public Boolean ack(ClientFrame.Ack ack) {
        OpenSession session = opened();
        if (ack.position() > session.written) {
            refuse(Problem.BAD_REQUEST, null, "position was never sent", null);
            return false;
        }
        session.acknowledge(ack.position());
        if (session.hasUnpublishedAck()) {
            if (session.mustPublishNow()) {
                flushAck();
            } else if (session.isAckAwaited()) {
                registry.ackPending(this);
            }
            // Otherwise the next tick takes it along.
        }
        return true;
    }

    @Override
    public Boolean read(ClientFrame.Read read) {
        OpenSession session = opened();
        ConversationId conversation = read.conversation();
        if (conversation.isDirect() && !conversation.isBetween(session.identity.user())) {
            refuse(Problem.NOT_A_MEMBER, null, Problem.NOT_A_MEMBER.title(), null);
            return false;
        }
        boolean listens = read.seq() <= topics.known(conversation);
        publish(
                session,
                SessionRecord.newBuilder()
                        .setRead(ReadMark.newBuilder()
                                .setConversation(conversation.value())
                                .setSeq(read.seq())
                                .setListens(listens)));
        return true;
    }

    @Override
    public Boolean pull(ClientFrame.Pull pull) {
        return pullPages.pull(pull, opened());
    }

    @Override
    public Boolean listen(ClientFrame.Listen listen) {
        return topics.listen(listen, opened());
    }

    @Override
    public Boolean unlisten(ClientFrame.Unlisten unlisten) {
        topics.unlisten(unlisten.conversation());
        return true;
    }

    @Override
    public Boolean watch(ClientFrame.Watch watch) {
        return whileLookedAt().presence.watch(watch);
    }

    @Override
    public Boolean unwatch(ClientFrame.Unwatch unwatch) {
        return whileLookedAt().presence.unwatch(unwatch);
    }

    @Override
    public Boolean activity(ClientFrame.Activity activity) {
        whileLookedAt().activity(activity.active());
        return true;
    }

    @Override
    public Boolean viewing(ClientFrame.Viewing viewing) {
        return whileLookedAt().typing.viewing(viewing);
    }

    @Override
    public Boolean typing(ClientFrame.Typing typing) {
        return whileLookedAt().typing.typing(typing);
    }

    private WhileLookedAt whileLookedAt() {
        WhileLookedAt present = whileLookedAt;
        if (present == null) {
            throw new IllegalStateException("no hello yet");
        }
        return present;
    }

    private OpenSession opened() {
        OpenSession session = open;
        if (session == null) {
            throw new IllegalStateException("no hello yet");
        }
        return session;
    }

    private boolean isNew(OpenSession session, OneFrame frame) {
        Delivery delivery = frame.delivery();
        switch (delivery.getBodyCase()) {
            case MESSAGE -> {
                return session.write(delivery.getMessage().getPosition(), frame.isAwaited());
            }
            case RECEIPT -> {
                return session.write(delivery.getReceipt().getPosition(), frame.isAwaited());
            }
            case MISSED -> {
                return session.write(delivery.getMissed().getPosition(), frame.isAwaited());
            }
            case SECURITY -> {
                return session.write(delivery.getSecurity().getPosition(), frame.isAwaited());
            }
            case PERSONAL -> {
                return session.write(delivery.getPersonal().getPosition(), frame.isAwaited());
            }
            case SYNCED -> {
                boolean first = !session.synced;
                session.synced = true;
                return first;
            }
            case PAGE -> {
                return pullPages.answered(delivery.getPage().getRe()) != null;
            }
            case REFUSED -> {
                refused(delivery.getRefused());
                return true;
            }
            case SENT, CLOSE, PRESENCE, TYPING, VIEWING, NEWS, BODY_NOT_SET -> {
                return true;
            }
        }
        return false;
    }

    private void refused(Refused refused) {
        topics.refused(refused.getRe());
        ConversationId pulled = pullPages.answered(refused.getRe());
        if (pulled != null && refused.getProblem().equals(Problem.NOT_A_MEMBER.code())) {
            // Whoever may not read a topic any more is not told of it either.
            topics.unlisten(pulled);
        }
    }

    /** Whether so much waits for the client that what can wait should. */
    boolean isBehind() {
        return socket.isOverfull();
    }

    void unavailable(String re) {
        unavailable(re, null);
    }

    private void unavailable(String re, @Nullable String traceId) {
        if (open != null && !closing) {
            refuse(Problem.UNAVAILABLE, re, Problem.UNAVAILABLE.title(), UNAVAILABLE_RETRY_MILLIS, traceId);
        }
    }

    /** Refused because of its rate; who goes on for long all the same is closed. */
    void refuseTooMany(@Nullable String re, int waitMillis, SendAllowance allowance) {
        refuse(Problem.RATE_LIMITED, re, Problem.RATE_LIMITED.title(), waitMillis);
        if (allowance.isAbused()) {
            close(CloseCode.RATE_LIMITED);
        }
    }

    void refuse(Problem problem, @Nullable String re, String detail, @Nullable Integer retryAfterMillis) {
        refuse(problem, re, detail, retryAfterMillis, null);
    }

    private void refuse(
            Problem problem,
            @Nullable String re,
            String detail,
            @Nullable Integer retryAfterMillis,
            @Nullable String traceId) {
        context.traffic().refused(problem);
        write(new ServerFrame.Failure(re, problem.code(), detail, retryAfterMillis, traceId));
    }

    void write(ServerFrame frame) {
        write(WriteServerFrame.write(frame));
    }

    private void write(byte[] frame) {
        if (socket.isOverfull()) {
            close(CloseCode.IDLE_TIMEOUT);
            return;
        }
        context.traffic().sent();
        socket.send(frame);
    }

    void publish(OpenSession session, SessionRecord.Builder record) {
        record.setSession(session.id.value())
                .setDevice(session.identity.device().value())
                .setGateway(context.gateway().value())
                .setGatewayEpoch(context.epoch());
        publisher.session(session.identity.user(), record.build(), context.now());
    }
}
