package chat.natter.presence.streams;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.GatewayId;
import chat.natter.contract.Topic;
import chat.natter.contract.record.Acknowledged;
import chat.natter.contract.record.Presence;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionRecord;
import chat.natter.presence.gateways.GatewayPulses;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.gateways.Load;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
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

final class PresenceTopologyTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final Incarnation GATEWAY = new Incarnation(new GatewayId("gateway-1"), 5);
    private static final Incarnation RESTARTED = new Incarnation(new GatewayId("gateway-1"), 6);

    private final Path stateDir;
    private final PresenceCounts counts = new PresenceCounts();
    private final GatewayPulses pulses = new GatewayPulses(3, 1_000);
    private Instant now = START;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> sessions;
    private TestOutputTopic<String, byte[]> presence;
    private TestOutputTopic<String, byte[]> closings;
    private TestOutputTopic<String, byte[]> deadLetters;

    PresenceTopologyTest(@TempDir Path stateDir) {
        this.stateDir = stateDir;
    }

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "presence-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(
                PresenceTopology.build(
                        pulses, counts, new PartitionSettings(GRACE, SWEEP, Duration.ofSeconds(5), gateway -> true)),
                settings,
                now);
        sessions =
                driver.createInputTopic(Topic.SESSIONS.topicName(), new StringSerializer(), new ByteArraySerializer());
        presence = output(Topic.PRESENCE);
        closings = output(Topic.SESSIONS);
        deadLetters = output(Topic.DEAD_LETTERS);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void announcesAnOpeningAtOnceAndADepartureAfterItsGrace() {
        // Given
        beat(GATEWAY);
        TestSession session = new TestSession(GATEWAY);

        // When
        send(session.opened());
        Presence online = nextPresence();
        send(session.closed());
        pass(Duration.ofSeconds(9));
        boolean silentDuringGrace = presence.isEmpty();
        pass(Duration.ofSeconds(2));

        // Then
        assertThat(online.getState()).isEqualTo(Presence.State.ONLINE);
        assertThat(online.getSessions()).isEqualTo(1);
        assertThat(online.getUser()).isEqualTo(session.user.value());
        assertThat(silentDuringGrace).isTrue();
        Presence offline = nextPresence();
        assertThat(offline.getState()).isEqualTo(Presence.State.OFFLINE);
        assertThat(offline.getLastSeen()).isEqualTo(START.toEpochMilli());
        assertThat(offline.getSessions()).isZero();
        assertThat(presence.isEmpty()).isTrue();
    }

    @Test
    void aReconnectWithinTheGraceIsNoDeparture() {
        // Given
        TestSession first = new TestSession(GATEWAY);
        TestSession second = new TestSession(GATEWAY, first.user);

        // When
        send(first.opened());
        send(first.closed());
        passWhileBeating(GATEWAY, Duration.ofSeconds(5));
        send(second.opened());
        passWhileBeating(GATEWAY, Duration.ofSeconds(60));

        // Then
        assertThat(presence.readValuesToList())
                .extracting(bytes -> parse(bytes).getState())
                .containsOnly(Presence.State.ONLINE);
    }

    @Test
    void closesEverySessionOfAGatewayThatFellSilentAndNoOther() {
        // Given
        Incarnation other = new Incarnation(new GatewayId("gateway-2"), 1);
        List<TestSession> lost = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lost.add(new TestSession(GATEWAY));
        }
        beat(GATEWAY);
        beat(other);
        TestSession survivor = new TestSession(other);
        lost.forEach(session -> send(session.opened()));
        send(survivor.opened());
        presence.readValuesToList();

        // When
        passWhileBeating(other, Duration.ofSeconds(6));

        // Then
        List<TestRecord<String, byte[]>> written = closings.readRecordsToList();
        assertThat(written).hasSize(100);
        assertThat(written)
                .extracting(TestRecord::key)
                .containsExactlyInAnyOrderElementsOf(
                        lost.stream().map(session -> session.user.value()).toList());
        SessionRecord closing = parseSession(written.get(0).value());
        assertThat(closing.getClosed().getReason()).isEqualTo(SessionClosed.Reason.GATEWAY_LOST);
        assertThat(closing.getGateway()).isEqualTo("gateway-1");
        assertThat(closing.getGatewayEpoch()).isEqualTo(5);
        assertThat(counts.silentExpiries.sum()).isEqualTo(100);

        // When they come back by the topic, and once more as repeats
        written.forEach(sessions::pipeInput);
        passWhileBeating(other, Duration.ofSeconds(30));

        // Then
        assertThat(presence.readValuesToList())
                .hasSize(100)
                .allSatisfy(bytes -> assertThat(parse(bytes).getState()).isEqualTo(Presence.State.OFFLINE));
        assertThat(counts.sessions.sum()).isEqualTo(1);
        assertThat(counts.onlineUsers.sum()).isEqualTo(1);
    }

    @Test
    void aGatewaysNewIncarnationEndsTheSessionsOfTheOldOne() {
        // Given
        TestSession old = new TestSession(GATEWAY);
        beat(GATEWAY);
        send(old.opened());

        // When
        beat(RESTARTED);
        TestSession fresh = new TestSession(RESTARTED);
        send(fresh.opened());
        pass(Duration.ofSeconds(1));

        // Then
        List<byte[]> written = closings.readValuesToList();
        assertThat(written).hasSize(1);
        assertThat(parseSession(written.get(0)).getSession()).isEqualTo(old.session);
        assertThat(counts.supersededExpiries.sum()).isEqualTo(1);
    }

    @Test
    void aRecordOfAnOldIncarnationCannotRevive() {
        // Given
        beat(RESTARTED);
        TestSession late = new TestSession(GATEWAY);

        // When
        send(late.opened());

        // Then
        assertThat(presence.isEmpty()).isTrue();
        SessionRecord closing = parseSession(closings.readValue());
        assertThat(closing.getSession()).isEqualTo(late.session);
        assertThat(closing.getClosed().getReason()).isEqualTo(SessionClosed.Reason.GATEWAY_LOST);
    }

    @Test
    void buriesWhatItCannotReadAndGoesOn() {
        // Given
        TestSession session = new TestSession(GATEWAY);

        // When
        sessions.pipeInput(session.user.value(), new byte[] {1, 2, 3}, now);
        sessions.pipeInput("not a user", session.opened().toByteArray(), now);
        sessions.pipeInput(
                session.user.value(),
                session.opened().toBuilder().setSession("x").build().toByteArray(),
                now);
        sessions.pipeInput(null, session.opened().toByteArray(), now);
        send(session.opened());

        // Then
        List<TestRecord<String, byte[]>> buried = deadLetters.readRecordsToList();
        assertThat(buried).hasSize(4);
        assertThat(buried.get(0).value()).containsExactly(1, 2, 3);
        assertThat(header(buried.get(0), "natter-topic")).isEqualTo("chat.sessions");
        assertThat(header(buried.get(0), "natter-partition")).isEqualTo("0");
        assertThat(header(buried.get(1), "natter-offset")).isEqualTo("1");
        assertThat(header(buried.get(1), "natter-cause")).isEqualTo("not a valid user id");
        assertThat(nextPresence().getState()).isEqualTo(Presence.State.ONLINE);
    }

    @Test
    void acknowledgementsCostNothing() {
        // Given
        TestSession session = new TestSession(GATEWAY);
        send(session.opened());
        presence.readValue();

        // When
        send(session.base()
                .setAcknowledged(Acknowledged.newBuilder().setPosition(9))
                .build());

        // Then
        assertThat(presence.isEmpty()).isTrue();
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void aGatewayWhoseClockIsAheadKeepsNobodyOnlineForLonger() {
        // Given
        TestSession session = new TestSession(GATEWAY);
        send(session.opened());
        presence.readValue();

        // When
        sessions.pipeInput(session.user.value(), session.closed().toByteArray(), now.plus(Duration.ofHours(1)));
        pass(Duration.ofSeconds(11));

        // Then
        assertThat(nextPresence().getState()).isEqualTo(Presence.State.OFFLINE);
    }

    private void send(SessionRecord found) {
        String user = TestSession.OWNERS.get(found.getSession());
        sessions.pipeInput(user, found.toByteArray(), now);
    }

    private void beat(Incarnation incarnation) {
        pulses.hear(incarnation, 1_000, new Load(1, false, "1.2.3"), now.toEpochMilli());
    }

    private void passWhileBeating(Incarnation incarnation, Duration duration) {
        for (Instant end = now.plus(duration); now.isBefore(end); ) {
            beat(incarnation);
            pass(Duration.ofSeconds(1));
        }
    }

    /** Lets time pass while this instance keeps listening to gateways. */
    private void pass(Duration duration) {
        Instant end = now.plus(duration);
        while (now.isBefore(end)) {
            now = now.plus(SWEEP);
            pulses.confirmContact(now.toEpochMilli());
            driver.advanceWallClockTime(SWEEP);
        }
    }

    private Presence nextPresence() {
        return parse(presence.readValue());
    }

    private TestOutputTopic<String, byte[]> output(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static String header(TestRecord<String, byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Presence parse(byte[] bytes) {
        try {
            return Presence.parseFrom(bytes);
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError(broken);
        }
    }

    private static SessionRecord parseSession(byte[] bytes) {
        try {
            return SessionRecord.parseFrom(bytes);
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError(broken);
        }
    }
}
