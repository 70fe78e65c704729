package chat.natter.gateway.session;

import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.CloseSession;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.Synced;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

/** A session with everything around it faked, and small limits: a window of 8, a burst of 3, 64 bytes of content. */
public final class OneSession {
    static final UserId ALICE = new UserId("01ja0000000000000000000001");
    static final UserId BOB = new UserId("01ja0000000000000000000002");
    static final UserId CAROL = new UserId("01ja0000000000000000000003");
    static final DeviceId PHONE = new DeviceId("01jd0000000000000000000001");
    static final GatewayId GATEWAY = new GatewayId("gateway-1");
    static final ConversationId WITH_BOB = ConversationId.direct(ALICE, BOB);
    static final ConversationId GROUP = new ConversationId("g-01jd3zk8x0000000000000000g");
    static final SessionId SIGN_IN = new SessionId("01js0000000000000000000001");
    static final long EPOCH = 42;
    static final int WINDOW = 8;
    static final int BURST = 3;
    static final int CONTENT_BYTES = 64;
    static final int FORWARD_CONVERSATIONS = 2;
    static final int RECIPIENTS = 3;
    static final Duration FORWARD_WITHIN = Duration.ofSeconds(10);
    static final Duration HEARTBEAT = Duration.ofSeconds(25);

    final SetClock clock = new SetClock();
    final FakePublisher publisher = new FakePublisher();
    final FakeRegistry registry = new FakeRegistry();
    final FakeTraffic traffic = new FakeTraffic();
    final FakeCredentials credentials = new FakeCredentials(new Identity(ALICE, PHONE, SIGN_IN));
    public final FakeSocket socket = new FakeSocket();
    public final ClientSession session = new ClientSession(
            new SessionContext(
                    GATEWAY,
                    EPOCH,
                    credentials,
                    new SessionLimits(
                            new ServerFrame.Limits(4_096, CONTENT_BYTES, WINDOW, 1),
                            BURST,
                            FORWARD_CONVERSATIONS,
                            FORWARD_WITHIN,
                            RECIPIENTS,
                            Duration.ofSeconds(5),
                            HEARTBEAT),
                    traffic,
                    clock,
                    new Random(1)),
            socket,
            publisher,
            registry);

    public void receive(String json) {
        session.receive(json.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isOpen() {
        return !registry.open().isEmpty();
    }

    OneSession opened() {
        receive("{\"type\":\"hello\",\"token\":\"" + FakeCredentials.TOKEN + "\"}");
        return this;
    }

    OneSession openedAt(long position) {
        receive("{\"type\":\"hello\",\"token\":\"" + FakeCredentials.TOKEN + "\",\"position\":" + position + "}");
        return this;
    }

    void send(String id, String to, String content) {
        receive("{\"type\":\"send\",\"id\":\"" + id + "\",\"to\":" + to + ",\"content\":" + content + "}");
    }

    void ack(long position) {
        receive("{\"type\":\"ack\",\"position\":" + position + "}");
    }

    void deliverMessage(long position) {
        deliverMessage(position, Duration.ZERO);
    }

    void deliverMessage(long position, Duration age) {
        deliverMessage(position, WITH_BOB, age);
    }

    void deliverMessageOfGroup(long position) {
        deliverMessage(position, GROUP, Duration.ZERO);
    }

    private void deliverMessage(long position, ConversationId conversation, Duration age) {
        session.deliver(Delivery.newBuilder()
                .setMessage(MessageDelivery.newBuilder()
                        .setPosition(position)
                        .setConversation(conversation.value())
                        .setSeq(position)
                        .setEpoch(1)
                        .setFrom(BOB.value())
                        .setDevice("01jd0000000000000000000002")
                        .setAt(clock.millis() - age.toMillis())
                        .setMessageId(ByteString.copyFrom(new byte[16]))
                        .setContent(ByteString.copyFromUtf8("{\"kind\":\"text\"}")))
                .build());
    }

    void deliverSynced(long position) {
        session.deliver(Delivery.newBuilder()
                .setSynced(Synced.newBuilder().setPosition(position))
                .build());
    }

    void deliverClose(CloseCode code) {
        session.deliver(Delivery.newBuilder()
                .setClose(CloseSession.newBuilder().setCode(code.code()))
                .build());
    }

    void tickAfter(Duration time) {
        clock.advance(time);
        session.tick();
    }
}
