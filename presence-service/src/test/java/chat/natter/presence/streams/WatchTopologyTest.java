package chat.natter.presence.streams;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.GatewayId;
import chat.natter.contract.Topic;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.Activity;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Presence;
import chat.natter.contract.record.PresenceDelivery;
import chat.natter.contract.record.Privacy;
import chat.natter.contract.record.WatchRecord;
import chat.natter.contract.record.WatchRequest;
import chat.natter.contract.record.WatchedByNobody;
import chat.natter.presence.gateways.GatewayPulses;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.gateways.Load;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bob, on gateway-2, watches Alice, who comes and goes on gateway-1. */
final class WatchTopologyTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final Duration THROTTLE = Duration.ofSeconds(5);
    private static final Incarnation HERS = new Incarnation(new GatewayId("gateway-1"), 5);
    private static final Incarnation HIS = new Incarnation(new GatewayId("gateway-2"), 5);

    private final Path stateDir;
    private final PresenceCounts counts = new PresenceCounts();
    private final GatewayPulses pulses = new GatewayPulses(3, 1_000);
    private final TestSession alice = new TestSession(HERS);
    private final TestSession bob = new TestSession(HIS);
    private Instant now = START;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> sessions;
    private TestInputTopic<String, byte[]> watches;
    private TestInputTopic<String, byte[]> accounts;
    private TestOutputTopic<String, byte[]> told;
    private TestOutputTopic<String, byte[]> hers;
    private TestOutputTopic<String, byte[]> presence;

    WatchTopologyTest(@TempDir Path stateDir) {
        this.stateDir = stateDir;
    }

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "watch-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(
                PresenceTopology.build(
                        pulses,
                        counts,
                        new PartitionSettings(Duration.ofSeconds(10), SWEEP, THROTTLE, gateway -> true)),
                settings,
                now);
        sessions = input(Topic.SESSIONS);
        watches = input(Topic.WATCHES);
        accounts = input(Topic.ACCOUNTS);
        told = output(Topic.deliveriesOf(HIS.gateway()));
        hers = output(Topic.deliveriesOf(HERS.gateway()));
        presence = output(Topic.PRESENCE.topicName());
        beat(HERS);
        beat(HIS);
        send(bob.opened());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void answersAWatchAtOnceWithWhatIsTrue() {
        // Given
        send(alice.opened());

        // When
        watch(bob, alice.user);

        // Then
        Delivery answer = only();
        assertThat(answer.getSession()).isEqualTo(bob.session);
        assertThat(answer.getPresence().getUser()).isEqualTo(alice.user.value());
        assertThat(answer.getPresence().getState()).isEqualTo(Presence.State.ONLINE);
        assertThat(answer.getPresence().getShowsState()).isTrue();
        assertThat(answer.getPresence().getShowsLastSeen()).isTrue();
    }

    @Test
    void tellsTheGatewayOnceOfAChangeHoweverManyWatchThere() {
        // Given
        watch(bob, alice.user);
        TestSession carol = new TestSession(HIS);
        send(carol.opened());
        watch(carol, alice.user);
        told.readValuesToList();

        // When
        send(alice.opened());

        // Then
        Delivery change = only();
        assertThat(change.getSession()).isEmpty();
        assertThat(change.getPresence().getState()).isEqualTo(Presence.State.ONLINE);
        assertThat(hers.isEmpty()).isTrue();
    }

    @Test
    void tellsOfAFlapOnlyWhatIsTrueAfterIt() {
        // Given
        watch(bob, alice.user);
        send(alice.opened());
        told.readValuesToList();

        // When
        for (int i = 0; i < 20; i++) {
            send(activity(alice, i % 2 == 1));
        }
        send(activity(alice, false));
        boolean silent = told.isEmpty();
        pass(THROTTLE);

        // Then
        assertThat(silent).isTrue();
        assertThat(only().getPresence().getState()).isEqualTo(Presence.State.AWAY);
    }

    @Test
    void leavesNobodyWithTheMidstOfAFlap() {
        // Given
        watch(bob, alice.user);
        send(alice.opened());
        send(activity(alice, false));

        // When somebody else on his gateway begins to watch, and she is what she was before
        TestSession carol = new TestSession(HIS);
        send(carol.opened());
        told.readValuesToList();
        watch(carol, alice.user);
        PresenceDelivery answer = only().getPresence();
        send(activity(alice, true));
        pass(THROTTLE);

        // Then
        assertThat(answer.getState()).isEqualTo(Presence.State.AWAY);
        Delivery last = only();
        assertThat(last.getSession()).isEmpty();
        assertThat(last.getPresence().getState()).isEqualTo(Presence.State.ONLINE);
    }

    @Test
    void isAwayWhenNobodyLooksOnAnyDevice() {
        // Given
        TestSession laptop = new TestSession(HERS, alice.user);
        send(alice.opened());
        send(laptop.opened());
        presence.readValuesToList();

        // When
        send(activity(alice, false));
        Presence.State one = lastState();
        pass(Duration.ofSeconds(60));
        send(activity(laptop, false));

        // Then
        assertThat(one).isEqualTo(Presence.State.ONLINE);
        Presence away = presences().get(0);
        assertThat(away.getState()).isEqualTo(Presence.State.AWAY);
        assertThat(away.getLastSeen()).isEqualTo(now.toEpochMilli());
        assertThat(away.getSessions()).isEqualTo(2);
    }

    @Test
    void whoLeavesWhileAwayWasLastSeenBeforeThat() {
        // Given
        send(alice.opened());
        pass(Duration.ofSeconds(30));
        send(activity(alice, false));
        long lookedAt = now.toEpochMilli();
        presence.readValuesToList();

        // When
        pass(Duration.ofMinutes(1));
        send(alice.closed());
        pass(Duration.ofSeconds(11));

        // Then
        assertThat(presences())
                .singleElement()
                .satisfies(left -> assertThat(left.getState()).isEqualTo(Presence.State.OFFLINE))
                .satisfies(left -> assertThat(left.getLastSeen()).isEqualTo(lookedAt));
    }

    @Test
    void isSilentAfterAnUnwatchAndAfterTheSessionsEnd() {
        // Given
        TestSession carol = new TestSession(HIS);
        send(carol.opened());
        watch(bob, alice.user);
        watch(carol, alice.user);
        assertThat(counts.watches.sum()).isEqualTo(2);

        // When
        request(bob, WatchRequest.newBuilder().addRemove(alice.user.value()));
        send(carol.closed());
        told.readValuesToList();
        send(alice.opened());

        // Then
        assertThat(told.isEmpty()).isTrue();
        assertThat(counts.watches.sum()).isZero();
    }

    @Test
    void ignoresAWatchThatComesAfterTheEndOfItsSession() {
        // Given
        send(bob.closed());

        // When
        watch(bob, alice.user);

        // Then
        assertThat(told.isEmpty()).isTrue();
        assertThat(counts.watches.sum()).isZero();
    }

    @Test
    void answersForAnUnknownUserAsForOneWhoWasNeverSeen() {
        // When
        watch(bob, new TestSession(HERS).user);

        // Then
        PresenceDelivery answer = only().getPresence();
        assertThat(answer.getState()).isEqualTo(Presence.State.OFFLINE);
        assertThat(answer.getLastSeen()).isZero();
    }

    @Test
    void tellsWhoeverWatchesWhatTheyMaySeeFromNowOn() {
        // Given
        send(alice.opened());
        watch(bob, alice.user);
        told.readValuesToList();

        // When
        account(alice.user, hidden(Privacy.Audience.CONTACTS, Privacy.Audience.NOBODY));
        PresenceDelivery stranger = only().getPresence();
        account(
                alice.user,
                hidden(Privacy.Audience.CONTACTS, Privacy.Audience.NOBODY).addContacts(bob.user.value()));
        PresenceDelivery contact = only().getPresence();

        // Then
        assertThat(stranger.getShowsState()).isFalse();
        assertThat(contact.getShowsState()).isTrue();
        assertThat(contact.getShowsLastSeen()).isFalse();
    }

    @Test
    void whoHidesLastSeenDoesNotSeeIt() {
        // Given
        account(bob.user, hidden(Privacy.Audience.EVERYONE, Privacy.Audience.NOBODY));

        // When
        watch(bob, alice.user);
        PresenceDelivery hiding = only().getPresence();
        account(bob.user, Account.newBuilder());
        PresenceDelivery showing = only().getPresence();

        // Then
        assertThat(hiding.getShowsState()).isTrue();
        assertThat(hiding.getShowsLastSeen()).isFalse();
        assertThat(showing.getShowsLastSeen()).isTrue();
    }

    @Test
    void neitherSideOfABlockSeesTheOther() {
        // Given
        watch(bob, alice.user);
        watch(alice, bob.user);
        told.readValuesToList();
        hers.readValuesToList();

        // When
        account(alice.user, Account.newBuilder().addBlocked(bob.user.value()));

        // Then
        assertThat(only().getPresence().getShowsState()).isFalse();
        assertThat(parse(hers.readValue()).getPresence().getShowsState()).isFalse();
    }

    @Test
    void forgetsAnErasedAccount() {
        // Given
        send(alice.opened());
        watch(bob, alice.user);
        told.readValuesToList();
        presence.readValuesToList();

        // When
        account(alice.user, Account.newBuilder().setStatus(Account.Status.ERASED));
        send(alice.closed());
        pass(Duration.ofSeconds(30));

        // Then
        assertThat(only().getPresence().getShowsState()).isFalse();
        assertThat(presence.readKeyValuesToList())
                .singleElement()
                .satisfies(erased -> assertThat(erased.key).isEqualTo(alice.user.value()))
                .satisfies(erased -> assertThat(erased.value).isNull());
        assertThat(counts.onlineUsers.sum()).isEqualTo(1);
    }

    @Test
    void believesAGatewayOnWhichNobodyWatches() {
        // Given
        watch(bob, alice.user);
        told.readValuesToList();

        // When
        now = now.plusMillis(1);
        nobodyWatches(now.minusSeconds(1));
        long outdated = counts.watches.sum();
        nobodyWatches(now);

        // Then
        assertThat(outdated).isEqualTo(1);
        assertThat(counts.watches.sum()).isZero();
    }

    @Test
    void tellsAGatewayThatWasGivenUpToDropItsSockets() {
        // Given
        send(alice.opened());

        // When
        pass(Duration.ofSeconds(5), HIS);

        // Then
        Delivery drop = parse(hers.readValue());
        assertThat(drop.getSession()).isEqualTo(alice.session);
        assertThat(drop.getClose().getCode()).isEqualTo(4503);
        assertThat(told.isEmpty()).isTrue();
    }

    private void watch(TestSession viewer, UserId watched) {
        request(viewer, WatchRequest.newBuilder().addAdd(watched.value()));
    }

    private void request(TestSession viewer, WatchRequest.Builder request) {
        WatchRecord record = WatchRecord.newBuilder()
                .setGateway(viewer.base().getGateway())
                .setGatewayEpoch(viewer.base().getGatewayEpoch())
                .setSession(viewer.session)
                .setViewer(viewer.user.value())
                .setRequest(request)
                .build();
        watches.pipeInput(viewer.user.value(), record.toByteArray(), now);
    }

    private void nobodyWatches(Instant at) {
        WatchRecord record = WatchRecord.newBuilder()
                .setGateway(HIS.gateway().value())
                .setGatewayEpoch(HIS.epoch())
                .setNobody(WatchedByNobody.newBuilder().setAt(at.toEpochMilli()))
                .build();
        watches.pipeInput(alice.user.value(), record.toByteArray(), now);
    }

    private void account(UserId user, Account.Builder account) {
        accounts.pipeInput(user.value(), account.setUser(user.value()).build().toByteArray(), now);
    }

    private static Account.Builder hidden(Privacy.Audience online, Privacy.Audience lastSeen) {
        return Account.newBuilder()
                .setPrivacy(Privacy.newBuilder().setOnline(online).setLastSeen(lastSeen));
    }

    private static chat.natter.contract.record.SessionRecord activity(TestSession session, boolean active) {
        return session.base()
                .setActivity(Activity.newBuilder().setActive(active))
                .build();
    }

    private void send(chat.natter.contract.record.SessionRecord found) {
        sessions.pipeInput(TestSession.OWNERS.get(found.getSession()), found.toByteArray(), now);
    }

    private void beat(Incarnation incarnation) {
        pulses.hear(incarnation, 1_000, new Load(1, false, "1.2.3"), now.toEpochMilli());
    }

    private void pass(Duration duration) {
        pass(duration, HERS, HIS);
    }

    private void pass(Duration duration, Incarnation... beating) {
        for (Instant end = now.plus(duration); now.isBefore(end); ) {
            now = now.plus(SWEEP);
            List.of(beating).forEach(this::beat);
            pulses.confirmContact(now.toEpochMilli());
            driver.advanceWallClockTime(SWEEP);
        }
    }

    private Delivery only() {
        List<byte[]> found = told.readValuesToList();
        assertThat(found).hasSize(1);
        return parse(found.get(0));
    }

    private List<Presence> presences() {
        return presence.readValuesToList().stream()
                .map(bytes -> {
                    try {
                        return Presence.parseFrom(bytes);
                    } catch (InvalidProtocolBufferException broken) {
                        throw new AssertionError(broken);
                    }
                })
                .toList();
    }

    private Presence.State lastState() {
        List<Presence> found = presences();
        return found.get(found.size() - 1).getState();
    }

    private TestInputTopic<String, byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Delivery parse(byte[] bytes) {
        try {
            return Delivery.parseFrom(bytes);
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError(broken);
        }
    }
}
