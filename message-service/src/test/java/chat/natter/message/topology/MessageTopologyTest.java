package chat.natter.message.topology;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeliveryHeaders;
import chat.natter.contract.EventHeaders;
import chat.natter.contract.GatewayId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Topic;
import chat.natter.contract.TraceParent;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.contract.record.Acknowledged;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.CreateGroup;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.Notification;
import chat.natter.contract.record.Readers;
import chat.natter.contract.record.Recipient;
import chat.natter.contract.record.SecurityNotice;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.Typing;
import chat.natter.contract.record.TypingRecord;
import chat.natter.contract.record.Viewing;
import chat.natter.message.conversation.ConversationLimits;
import chat.natter.message.inbox.InboxLimits;
import chat.natter.message.stage.Key;
import chat.natter.message.store.StoreMemory;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole topology on the engine's test driver, with its real stores. */
final class MessageTopologyTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");
    private static final UserId NOBODY = new UserId("01jd3zk8x0000000000000000c");
    private static final String GATEWAY = "gateway-1";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider tracing = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build();
    private TopologyTestDriver driver;
    private TestOutputTopic<String, byte[]> deliveries;
    private final List<String> existingGateways = new ArrayList<>(List.of(GATEWAY));

    @BeforeEach
    void start(@TempDir Path directory) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        driver = new TopologyTestDriver(
                MessageTopology.build(
                        ConversationLimits.defaults(),
                        InboxLimits.defaults(),
                        new StoreMemory(1024 * 1024),
                        this::partitionsOf,
                        new Telemetry(meters, tracing.get("test"))),
                settings,
                START);
        deliveries = output(Topic.deliveriesOf(new GatewayId(GATEWAY)));
        driver.advanceWallClockTime(Duration.ofMillis(100));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void countsWhatTheStagesWriteAndHowOldTheirRecordsAre() {
        // Given
        account(ALICE, "alice-phone");
        account(BOB, "bob-phone");
        open(BOB, "bob-phone", "s-bob");

        // When
        send(ALICE, BOB, 1, "{\"kind\":\"text\",\"text\":\"hello\"}");

        // Then
        assertThat(written("conversation", "event")).isEqualTo(1);
        assertThat(written("conversation", "delivery-sent")).isEqualTo(1);
        assertThat(written("inbox", "delivery-message")).isEqualTo(1);
        assertThat(meters.get("natter.message.stage")
                        .tag("stage", "conversation")
                        .timer()
                        .count())
                .isPositive();
        assertThat(meters.get("natter.message.record.age")
                        .tag("stage", "inbox")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void sendsAMessageToSeveralMembersInOneRecord() throws Exception {
        // Given
        account(ALICE, "alice-phone");
        account(BOB, "bob-phone");
        open(ALICE, "alice-phone", "s-alice");
        open(BOB, "bob-phone", "s-bob");
        deliveries.readValuesToList();
        InboxMessage message = InboxMessage.newBuilder()
                .setConversation("g-01jd3zk8x0000000000000000g")
                .setSeq(1)
                .setFrom(NOBODY.value())
                .setDevice("other-phone")
                .setAt(START.toEpochMilli())
                .build();

        // When
        pipe(
                Topic.INBOX,
                ALICE.value(),
                InboxRecord.newBuilder()
                        .setMessage(message)
                        .addOthers(BOB.value())
                        .build());

        // Then
        TestRecord<String, byte[]> record = deliveries.readRecord();
        Delivery delivery = Delivery.parseFrom(record.value());
        assertThat(deliveries.isEmpty()).isTrue();
        assertThat(record.key()).isEqualTo("s-alice");
        assertThat(record.headers().lastHeader(DeliveryHeaders.OTHERS)).isNotNull();
        assertThat(delivery.getMessage().getSeq()).isEqualTo(1);
        assertThat(delivery.getOthersList())
                .containsExactly(Recipient.newBuilder()
                        .setSession("s-bob")
                        .setUser(BOB.value())
                        .setDevice("bob-phone")
                        .build());
        assertThat(written("inbox", "delivery-message")).isEqualTo(2);
    }

    @Test
    void followsAMessageThroughBothStages() {
        // When
        sendFirstAndFollow();

        // Then
        assertThat(traceIds(deliveries)).hasSize(2).containsOnly(TRACE);
        assertThat(traceIds(output(Topic.EVENTS.topicName()))).containsExactly(TRACE);
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .containsOnly(TRACE);
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("order", "fan-out", "order", "fan-out", "fan-out");
        assertThat(spans.getFinishedSpanItems().get(0).getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(spans.getFinishedSpanItems().get(1).getParentSpanId())
                .isEqualTo(spans.getFinishedSpanItems().get(0).getSpanId());
    }

    @Test
    void followsNothingThatWasNotDrawn() {
        // Given
        sendFirstAndFollow();
        deliveries.readValuesToList();
        spans.reset();

        // When the next one comes
        send(ALICE, BOB, 2, "{\"kind\":\"text\"}");

        // Then
        assertThat(traceIds(deliveries)).hasSize(2).containsOnly("");
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    private static List<String> traceIds(TestOutputTopic<String, byte[]> topic) {
        return topic.readRecordsToList().stream()
                .map(record -> record.headers().lastHeader(TraceParent.HEADER))
                .map(header -> header == null ? null : TraceParent.read(header.value()))
                .map(parent -> parent == null ? "" : parent.traceId())
                .toList();
    }

    @Test
    void passesTypingOnAndStoresNothing() throws InvalidProtocolBufferException {
        // Given
        String conversation = ConversationId.direct(ALICE, BOB).value();
        typing(BOB, TypingRecord.newBuilder().setViewing(Viewing.newBuilder().setOn(true)));
        Delivery answer = Delivery.parseFrom(deliveries.readValue());

        // When
        typing(ALICE, TypingRecord.newBuilder().setTyping(Typing.newBuilder().setOn(true)));

        // Then
        assertThat(answer.getViewing().getOn()).isTrue();
        TestRecord<String, byte[]> told = deliveries.readRecord();
        assertThat(told.key()).isEqualTo(conversation);
        assertThat(Delivery.parseFrom(told.value()).getTyping().getUser()).isEqualTo(ALICE.value());
        assertThat(output("test-" + MessageTopology.CONVERSATIONS + "-changelog")
                        .isEmpty())
                .isTrue();
        assertThat(output(Topic.INBOX.topicName()).isEmpty()).isTrue();
        assertThat(output(Topic.EVENTS.topicName()).isEmpty()).isTrue();
    }

    @Test
    void tellsAGatewayOnceHowFarATopicIs() throws InvalidProtocolBufferException {
        // Given
        account(ALICE, "alice-phone");
        ConversationId topic = ConversationId.topicOf(new MessageId(new UUID(1, 1)));
        pipe(
                Topic.TYPING,
                topic.value(),
                TypingRecord.newBuilder()
                        .setGateway(GATEWAY)
                        .setReaders(Readers.newBuilder().setOn(true))
                        .build());
        assertThat(Delivery.parseFrom(deliveries.readValue()).getNews().getSeq())
                .isZero();

        // When
        pipe(
                Topic.COMMANDS,
                topic.value(),
                Command.newBuilder()
                        .setUser(ALICE.value())
                        .setDevice("alice-phone")
                        .setGroup(GroupCommand.newBuilder()
                                .setMessageId(ByteString.copyFrom(new MessageId(new UUID(1, 1)).toBytes()))
                                .setCreate(CreateGroup.getDefaultInstance()))
                        .build());

        // Then
        TestRecord<String, byte[]> told = deliveries.readRecord();
        assertThat(told.key()).isEqualTo(topic.value());
        assertThat(Delivery.parseFrom(told.value()).getNews().getSeq()).isEqualTo(1);
        assertThat(deliveries.isEmpty()).isTrue();
        assertThat(written("conversation", "news")).isEqualTo(1);
        assertThat(written("typing", "delivery-news")).isEqualTo(2);
    }

    @Test
    void countsHowOftenAFullWindowHoldsBack() {
        // Given
        account(ALICE, "alice-phone");
        account(BOB, "bob-phone");
        open(BOB, "bob-phone", "s-bob");

        // When
        for (int n = 1; n <= InboxLimits.defaults().window() + 3; n++) {
            send(ALICE, BOB, n, "{\"kind\":\"text\",\"text\":\"hello\"}");
        }

        // Then: once for the first that waits, not for each that waits behind it
        assertThat(meters.get("natter.message.window.stalls")
                        .tag("stage", "inbox")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double written(String stage, String kind) {
        return meters.get("natter.message.outputs")
                .tag("stage", stage)
                .tag("kind", kind)
                .counter()
                .count();
    }

    @Test
    void deliversAMessageAndForgetsItOnceAcknowledged() throws IOException {
        // Given
        account(ALICE, "alice-phone");
        account(BOB, "bob-phone");
        open(BOB, "bob-phone", "s-bob");
        deliveries.readValuesToList();

        // When
        send(ALICE, BOB, 1, "{\"kind\":\"text\",\"text\":\"hello\"}");

        // Then
        List<Delivery> delivered = delivered();
        Delivery sent = only(delivered, Delivery.BodyCase.SENT);
        Delivery message = only(delivered, Delivery.BodyCase.MESSAGE);
        assertThat(sent.getSent().getSeq()).isEqualTo(1);
        assertThat(message.getSession()).isEqualTo("s-bob");
        assertThat(message.getMessage().getContent().toStringUtf8()).contains("hello");
        assertThat(waiting(BOB)).isEqualTo(1);

        // When
        acknowledge(BOB, "bob-phone", "s-bob", message.getMessage().getPosition());

        // Then
        assertThat(waiting(BOB)).isZero();
    }

    @Test
    void publishesAcceptedMessagesAsCloudEvents() throws IOException {
        // Given
        account(BOB, "bob-phone");

        // When
        send(ALICE, BOB, 1, "{\"kind\":\"text\"}");

        // Then
        TestRecord<String, byte[]> record = output(Topic.EVENTS.topicName()).readRecord();
        Event event = Event.parseFrom(record.value());
        assertThat(record.key()).isEqualTo(event.getConversation());
        Header id = record.headers().lastHeader(EventHeaders.ID);
        assertThat(new String(id.value(), StandardCharsets.UTF_8)).isEqualTo(event.getConversation() + "/1");
    }

    @Test
    void parksMessagesForAnOfflineUserAndWakesThem() throws IOException {
        // Given
        account(BOB, "bob-phone");
        for (int i = 1; i <= 200; i++) {
            send(ALICE, BOB, i, "{\"kind\":\"text\"}");
        }
        Notification wakeUp =
                Notification.parseFrom(output(Topic.NOTIFICATIONS.topicName()).readValue());
        assertThat(wakeUp.getDevicesList()).containsExactly("bob-phone");
        deliveries.readValuesToList();

        // When
        open(BOB, "bob-phone", "s-bob");

        // Then never more than a window is under way, in order, and synced comes after the last
        List<Long> seqs = new ArrayList<>();
        boolean synced = false;
        for (List<Delivery> batch = delivered(); !batch.isEmpty(); batch = delivered()) {
            assertThat(batch).hasSizeLessThanOrEqualTo(InboxLimits.defaults().window() + 1);
            for (Delivery delivery : batch) {
                assertThat(synced).isFalse();
                synced = delivery.hasSynced();
                if (delivery.hasMessage()) {
                    seqs.add(delivery.getMessage().getSeq());
                    acknowledge(BOB, "bob-phone", "s-bob", delivery.getMessage().getPosition());
                }
            }
        }
        assertThat(synced).isTrue();
        assertThat(seqs).hasSize(200).isSorted().doesNotHaveDuplicates();
        assertThat(waiting(BOB)).isZero();
    }

    @Test
    void refusesAMessageToNobody() throws IOException {
        // When
        send(ALICE, NOBODY, 1, "{\"kind\":\"text\"}");

        // Then
        assertThat(only(delivered(), Delivery.BodyCase.REFUSED).getRefused().getProblem())
                .isEqualTo("user_unknown");

        // When the user signs up, the next message arrives
        account(NOBODY, "phone");
        send(ALICE, NOBODY, 2, "{\"kind\":\"text\"}");

        // Then
        assertThat(only(delivered(), Delivery.BodyCase.SENT).getSent().getSeq()).isEqualTo(1);
    }

    @Test
    void answersARepeatWithoutDeliveringItAgain() throws IOException {
        // Given
        account(BOB, "bob-phone");
        open(BOB, "bob-phone", "s-bob");
        send(ALICE, BOB, 1, "{\"kind\":\"text\"}");
        delivered();

        // When
        send(ALICE, BOB, 1, "{\"kind\":\"text\"}");

        // Then
        List<Delivery> again = delivered();
        assertThat(again).hasSize(1);
        assertThat(again.get(0).getSent().getDuplicate()).isTrue();
        assertThat(again.get(0).getSent().getSeq()).isEqualTo(1);
    }

    @Test
    void takesNotesToOneself() throws IOException {
        // Given
        account(ALICE, "alice-phone", "alice-laptop");
        open(ALICE, "alice-laptop", "s-laptop");
        delivered();

        // When
        send(ALICE, ALICE, 1, "{\"kind\":\"text\"}");

        // Then
        List<Delivery> delivered = delivered();
        assertThat(only(delivered, Delivery.BodyCase.SENT).getSent().getSeq()).isEqualTo(1);
        assertThat(only(delivered, Delivery.BodyCase.MESSAGE).getSession()).isEqualTo("s-laptop");
    }

    @Test
    void closesTheOlderSocketOfADeviceAndTheSocketsOfARemovedOne() throws IOException {
        // Given
        account(BOB, "bob-phone");
        open(BOB, "bob-phone", "s-1");
        delivered();

        // When
        open(BOB, "bob-phone", "s-2");

        // Then
        Delivery replaced = only(delivered(), Delivery.BodyCase.CLOSE);
        assertThat(replaced.getSession()).isEqualTo("s-1");
        assertThat(replaced.getClose().getCode()).isEqualTo(4409);

        // When
        account(BOB);

        // Then
        Delivery revoked = only(delivered(), Delivery.BodyCase.CLOSE);
        assertThat(revoked.getSession()).isEqualTo("s-2");
        assertThat(revoked.getClose().getCode()).isEqualTo(4403);
    }

    @Test
    void closesTheSocketOfASessionThatWasSignedOutAndRefusesItsTicket() throws IOException {
        // Given
        signedIn(BOB, 1, "01s1", false);
        openBy("01s1", "s-1");
        delivered();

        // When
        signedIn(BOB, 2, "01s1", true);

        // Then
        Delivery closed = only(delivered(), Delivery.BodyCase.CLOSE);
        assertThat(closed.getSession()).isEqualTo("s-1");
        assertThat(closed.getClose().getCode()).isEqualTo(4401);

        // When
        openBy("01s1", "s-2");

        // Then
        assertThat(only(delivered(), Delivery.BodyCase.CLOSE).getClose().getCode())
                .isEqualTo(4401);
    }

    @Test
    void closesWhatASignInBeforeTheLastOneWasGiven() throws IOException {
        // Given
        signedIn(BOB, 1, "01s1", false);
        openBy("01s1", "s-1");
        delivered();

        // When
        signedIn(BOB, 2, "01s2", false);

        // Then
        assertThat(only(delivered(), Delivery.BodyCase.CLOSE).getClose().getCode())
                .isEqualTo(4401);

        // When
        openBy("01s1", "s-2");
        openBy("01s2", "s-3");

        // Then
        List<Delivery> delivered = delivered();
        assertThat(only(delivered, Delivery.BodyCase.CLOSE).getSession()).isEqualTo("s-2");
        assertThat(only(delivered, Delivery.BodyCase.SYNCED).getSession()).isEqualTo("s-3");
    }

    @Test
    void takesASignInThatTheAccountDoesNotKnowYet() throws IOException {
        // Given
        signedIn(BOB, 1, "01s1", true);

        // When
        openBy("01s2", "s-2");

        // Then
        assertThat(only(delivered(), Delivery.BodyCase.SYNCED).getSession()).isEqualTo("s-2");
    }

    @Test
    void tellsEveryDeviceOfASecurityEventOnceItIsThere() throws IOException {
        // Given
        account(BOB, "bob-phone", "bob-laptop");
        open(BOB, "bob-phone", "s-phone");
        delivered();

        // When
        SecurityNotice notice = SecurityNotice.newBuilder()
                .setEvent("device_added")
                .setDevice("bob-laptop")
                .setDeviceName("Laptop")
                .setAt(START.toEpochMilli())
                .build();
        pipe(
                Topic.INBOX,
                BOB.value(),
                InboxRecord.newBuilder().setSecurity(notice).build());

        // Then
        Delivery told = only(delivered(), Delivery.BodyCase.SECURITY);
        assertThat(told.getSession()).isEqualTo("s-phone");
        assertThat(told.getSecurity().getDeviceName()).isEqualTo("Laptop");

        // When
        acknowledge(BOB, "bob-phone", "s-phone", told.getSecurity().getPosition());
        open(BOB, "bob-laptop", "s-laptop");

        // Then
        assertThat(only(delivered(), Delivery.BodyCase.SECURITY).getSession()).isEqualTo("s-laptop");

        // When
        acknowledge(BOB, "bob-laptop", "s-laptop", told.getSecurity().getPosition());

        // Then
        assertThat(waiting(BOB)).isZero();
    }

    @Test
    void letsABlockedSenderSeeSentAndDeliversNothing() throws IOException {
        // Given
        pipe(
                Topic.ACCOUNTS,
                BOB.value(),
                Account.newBuilder()
                        .setUser(BOB.value())
                        .setVersion(2)
                        .setStatus(Account.Status.ACTIVE)
                        .addDevices(AccountDevice.newBuilder().setDevice("bob-phone"))
                        .addBlocked(ALICE.value())
                        .build());
        open(BOB, "bob-phone", "s-bob");
        delivered();

        // When
        send(ALICE, BOB, 1, "{\"kind\":\"text\"}");

        // Then
        assertThat(delivered()).extracting(Delivery::getBodyCase).containsExactly(Delivery.BodyCase.SENT);
        assertThat(waiting(BOB)).isZero();

        // When
        account(BOB, "bob-phone", "bob-laptop");
        send(ALICE, BOB, 2, "{\"kind\":\"text\"}");

        // Then
        assertThat(only(delivered(), Delivery.BodyCase.MESSAGE).getMessage().getSeq())
                .isEqualTo(2);
    }

    @Test
    void tellsOfMessagesThatWaitedTooLong() throws IOException {
        // Given
        account(BOB, "bob-phone");
        send(ALICE, BOB, 1, "{\"kind\":\"text\"}");
        send(ALICE, BOB, 2, "{\"kind\":\"text\"}");

        // When
        driver.advanceWallClockTime(Duration.ofDays(31));
        delivered();
        open(BOB, "bob-phone", "s-bob");

        // Then
        Delivery missed = only(delivered(), Delivery.BodyCase.MISSED);
        assertThat(missed.getMissed().getFirst()).isEqualTo(1);
        assertThat(missed.getMissed().getLast()).isEqualTo(2);
    }

    @Test
    void leavesEntriesInTheInboxWhenTheGatewayIsNoMore() throws IOException {
        // Given
        account(BOB, "bob-phone");
        existingGateways.clear();
        open(BOB, "bob-phone", "s-bob");

        // When
        send(ALICE, BOB, 1, "{\"kind\":\"text\"}");

        // Then
        assertThat(deliveries.isEmpty()).isTrue();
        assertThat(waiting(BOB)).isEqualTo(1);
    }

    @Test
    void putsAsideWhatItCannotReadAndGoesOn() throws IOException {
        // When
        input(Topic.COMMANDS).pipeInput("no conversation", new byte[] {1, 2, 3});
        input(Topic.SESSIONS).pipeInput(BOB.value(), new byte[] {(byte) 0xff});
        account(BOB, "bob-phone");
        send(ALICE, BOB, 1, "{\"kind\":\"text\"}");

        // Then
        List<TestRecord<String, byte[]>> aside =
                output(Topic.DEAD_LETTERS.topicName()).readRecordsToList();
        assertThat(aside).hasSize(2);
        assertThat(aside.get(0).value()).containsExactly(1, 2, 3);
        assertThat(aside.get(0).headers().lastHeader("natter-topic").value())
                .isEqualTo("chat.commands".getBytes(StandardCharsets.UTF_8));
        assertThat(only(delivered(), Delivery.BodyCase.SENT).getSent().getSeq()).isEqualTo(1);
    }

    @Test
    void stopsDeliveringToASessionThatClosed() throws IOException {
        // Given
        account(BOB, "bob-phone");
        open(BOB, "bob-phone", "s-bob");
        delivered();

        // When
        session(BOB, "bob-phone", "s-bob", SessionRecord.newBuilder().setClosed(SessionClosed.getDefaultInstance()));
        send(ALICE, BOB, 1, "{\"kind\":\"text\"}");

        // Then
        assertThat(delivered()).extracting(Delivery::getBodyCase).containsExactly(Delivery.BodyCase.SENT);
    }

    private static Delivery only(List<Delivery> delivered, Delivery.BodyCase body) {
        List<Delivery> found =
                delivered.stream().filter(it -> it.getBodyCase() == body).toList();
        assertThat(found).as("deliveries of kind %s among %s", body, delivered).hasSize(1);
        return found.get(0);
    }

    private List<Delivery> delivered() throws InvalidProtocolBufferException {
        List<Delivery> delivered = new ArrayList<>();
        for (byte[] value : deliveries.readValuesToList()) {
            delivered.add(Delivery.parseFrom(value));
        }
        return delivered;
    }

    private void send(UserId from, UserId to, int id, String content) {
        pipe(Topic.COMMANDS, ConversationId.direct(from, to).value(), command(from, id, content));
    }

    private static Command command(UserId from, int id, String content) {
        Send send = Send.newBuilder()
                .setMessageId(ByteString.copyFrom(
                        new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) (id >> 8), (byte) id}))
                .setContent(ByteString.copyFromUtf8(content))
                .build();
        return Command.newBuilder()
                .setUser(from.value())
                .setDevice("alice-phone")
                .setSession("s-alice")
                .setGateway(GATEWAY)
                .setSend(send)
                .build();
    }

    private void account(UserId user, String... devices) {
        Account.Builder account = Account.newBuilder()
                .setUser(user.value())
                .setVersion(devices.length + 1)
                .setStatus(Account.Status.ACTIVE);
        if (devices.length == 0) {
            account.setVersion(99);
        }
        for (String device : devices) {
            account.addDevices(AccountDevice.newBuilder().setDevice(device));
        }
        pipe(Topic.ACCOUNTS, user.value(), account.build());
    }

    private void open(UserId user, String device, String session) {
        session(user, device, session, SessionRecord.newBuilder().setOpened(SessionOpened.getDefaultInstance()));
    }

    private void signedIn(UserId user, long version, String signIn, boolean signedOut) {
        Account account = Account.newBuilder()
                .setUser(user.value())
                .setVersion(version)
                .setStatus(Account.Status.ACTIVE)
                .addDevices(AccountDevice.newBuilder()
                        .setDevice("phone")
                        .setSignIn(signIn)
                        .setSignedOut(signedOut))
                .build();
        pipe(Topic.ACCOUNTS, user.value(), account);
    }

    private void openBy(String signIn, String session) {
        SessionOpened opened = SessionOpened.newBuilder().setSignIn(signIn).build();
        session(BOB, "phone", session, SessionRecord.newBuilder().setOpened(opened));
    }

    private void acknowledge(UserId user, String device, String session, long position) {
        session(
                user,
                device,
                session,
                SessionRecord.newBuilder()
                        .setAcknowledged(Acknowledged.newBuilder().setPosition(position)));
    }

    private void session(UserId user, String device, String session, SessionRecord.Builder record) {
        pipe(
                Topic.SESSIONS,
                user.value(),
                record.setDevice(device).setSession(session).setGateway(GATEWAY).build());
    }

    private void typing(UserId user, TypingRecord.Builder record) {
        pipe(
                Topic.TYPING,
                ConversationId.direct(ALICE, BOB).value(),
                record.setUser(user.value())
                        .setSession("s-" + user)
                        .setGateway(GATEWAY)
                        .build());
    }

    private void pipe(Topic topic, String key, MessageLite value) {
        input(topic).pipeInput(key, value.toByteArray(), START);
    }

    private void pipe(Topic topic, String key, MessageLite value, TraceParent parent) {
        Headers headers = new RecordHeaders().add(TraceParent.HEADER, parent.toBytes());
        input(topic).pipeInput(new TestRecord<>(key, value.toByteArray(), headers, START));
    }

    private TestInputTopic<String, byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer());
    }

    private int partitionsOf(String topic) {
        boolean isThere = topic.equals(Topic.INBOX.topicName())
                || existingGateways.stream()
                        .anyMatch(gateway ->
                                Topic.deliveriesOf(new GatewayId(gateway)).equals(topic));
        return isThere ? 1 : TopicPartitions.ABSENT;
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The first message of a conversation, which makes the stages ask each other. */
    private void sendFirstAndFollow() {
        account(BOB, "bob-phone");
        open(BOB, "bob-phone", "s-bob");
        deliveries.readValuesToList();
        pipe(
                Topic.COMMANDS,
                ConversationId.direct(ALICE, BOB).value(),
                command(ALICE, 1, "{\"kind\":\"text\"}"),
                new TraceParent(TRACE, "00f067aa0ba902b7"));
    }

    private long waiting(UserId user) {
        byte[] prefix = Key.of('e', user.value());
        long[] count = {0};
        new StreamsOrderedStore(driver.getKeyValueStore(MessageTopology.INBOXES))
                .scan(prefix, Key.after(prefix), (key, value) -> ++count[0] > 0);
        return count[0];
    }
}
