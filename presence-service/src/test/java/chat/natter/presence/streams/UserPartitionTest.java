package chat.natter.presence.streams;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.GatewayId;
import chat.natter.contract.Topic;
import chat.natter.contract.record.Presence;
import chat.natter.contract.record.SessionRecord;
import chat.natter.presence.gateways.GatewayPulses;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.gateways.Load;
import chat.natter.presence.sessions.UserSessions;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a restart, a crash and a replay do; the store survives them as it does in reality. */
final class UserPartitionTest {
    private static final long GRACE = 10_000;
    private static final Incarnation GATEWAY = new Incarnation(new GatewayId("gateway-1"), 5);
    private static final Incarnation RESTARTED = new Incarnation(new GatewayId("gateway-1"), 6);

    private final MockProcessorContext<byte[], Output> context = new MockProcessorContext<>();
    private final KeyValueStore<String, UserSessions> users = store(PresenceTopology.USERS, new UserSessionsSerde());
    private final PartitionStores stores = new PartitionStores(
            users,
            store(PresenceTopology.RULES, StoredForms.RULES),
            store(PresenceTopology.WATCHING, StoredForms.WATCHING),
            store(PresenceTopology.WATCHERS, StoredForms.WATCH));
    private final PartitionSettings settings = new PartitionSettings(
            Duration.ofMillis(GRACE), Duration.ofMillis(500), Duration.ofSeconds(5), gateway -> true);
    private final TestSession session = new TestSession(GATEWAY);
    private PresenceCounts counts = new PresenceCounts();
    private GatewayPulses pulses = new GatewayPulses(3, 1_000);
    private UserPartition partition = new UserPartition(context, stores, pulses, counts, settings);
    private long now = 1_000_000;

    @BeforeEach
    void start() {
        for (KeyValueStore<String, ?> store :
                List.of(stores.users(), stores.rules(), stores.watching(), stores.watchers())) {
            store.init(context.getStateStoreContext(), store);
        }
        context.setCurrentSystemTimeMs(now);
    }

    @Test
    void keepsItsUsersOverARestart() {
        // Given
        send(session.opened());

        // When
        restart();

        // Then
        assertThat(counts.onlineUsers.sum()).isEqualTo(1);
        assertThat(counts.sessions.sum()).isEqualTo(1);
        partition.release();
        assertThat(counts.onlineUsers.sum()).isZero();
        assertThat(counts.sessions.sum()).isZero();
    }

    @Test
    void announcesADepartureThatFellDueWhileItWasAway() {
        // Given
        send(session.opened());
        send(session.closed());

        // When
        now += Duration.ofHours(1).toMillis();
        restart();
        pass(500);

        // Then
        assertThat(announcedStates()).containsExactly(Presence.State.OFFLINE);
    }

    @Test
    void announcesADepartureAgainUnlessItIsKnownToBeWritten() {
        // Given a departure that was announced right before a crash
        send(session.opened());
        send(session.closed());
        context.resetForwards();
        pass(GRACE + 500);
        assertThat(announcedStates()).containsExactly(Presence.State.OFFLINE);

        // When
        restart();
        pass(500);

        // Then
        assertThat(announcedStates()).containsExactly(Presence.State.OFFLINE);

        // When it has been written for certain
        pass(Duration.ofMinutes(4).toMillis());
        restart();
        pass(60_000);

        // Then
        assertThat(announcedStates()).isEmpty();
        assertThat(users.get(session.user.value()).settled()).isTrue();
    }

    @Test
    void writesAClosingAgainThatDidNotComeBack() {
        // Given
        send(session.opened());
        context.resetForwards();
        pulses.hear(RESTARTED, 1_000, new Load(1, false, "1.2.3"), now);

        // When
        pass(500);
        List<SessionRecord> first = closings();
        pass(9_000);
        List<SessionRecord> meanwhile = closings();
        pass(2_000);

        // Then
        assertThat(first).extracting(SessionRecord::getSession).containsExactly(session.session);
        assertThat(meanwhile).isEmpty();
        assertThat(closings()).isEqualTo(first);
    }

    @Test
    void anInstanceThatWasAwayWaitsOneSilenceBeforeItJudges() {
        // Given
        pulses.hear(GATEWAY, 1_000, new Load(1, false, "1.2.3"), now);
        send(session.opened());

        // When it comes back after an hour and has yet to hear anybody
        now += Duration.ofHours(1).toMillis();
        pulses = new GatewayPulses(3, 1_000);
        restart();
        pass(2_500);
        boolean patient = closings().isEmpty();
        pass(2_000);

        // Then
        assertThat(patient).isTrue();
        assertThat(closings()).hasSize(1);
    }

    @Test
    void closesTenThousandSessionsOfADeadGatewayInOneSweep() {
        // Given
        for (int i = 0; i < 10_000; i++) {
            TestSession one = new TestSession(GATEWAY);
            send(one, one.opened());
        }
        context.resetForwards();
        pulses.hear(RESTARTED, 1_000, new Load(1, false, "1.2.3"), now);

        // When
        pass(500);
        List<SessionRecord> closings = closings();

        // Then
        assertThat(closings).hasSize(10_000).doesNotHaveDuplicates();

        // When they come back
        closings.forEach(this::comeBack);
        pass(GRACE + 500);

        // Then
        assertThat(announcedStates()).hasSize(10_000).containsOnly(Presence.State.OFFLINE);
        assertThat(counts.sessions.sum()).isZero();
    }

    @Test
    void aReplayAfterACrashAnnouncesAgainWhatMayNeverHaveLeft() {
        // Given a store that is ahead of the records
        send(session.opened());
        context.resetForwards();
        restart();

        // When
        send(session.opened());

        // Then
        assertThat(announcedStates()).containsExactly(Presence.State.ONLINE);
        assertThat(counts.sessions.sum()).isEqualTo(1);
    }

    private void send(SessionRecord found) {
        send(session, found);
    }

    private void comeBack(SessionRecord closing) {
        byte[] key = Objects.requireNonNull(TestSession.OWNERS.get(closing.getSession()))
                .getBytes(StandardCharsets.UTF_8);
        partition.accept(new Record<>(key, closing.toByteArray(), now), Topic.SESSIONS.topicName());
    }

    private void send(TestSession owner, SessionRecord found) {
        byte[] key = owner.user.value().getBytes(StandardCharsets.UTF_8);
        partition.accept(new Record<>(key, found.toByteArray(), now), Topic.SESSIONS.topicName());
    }

    private void restart() {
        context.resetForwards();
        context.setCurrentSystemTimeMs(now);
        counts = new PresenceCounts();
        partition = new UserPartition(context, stores, pulses, counts, settings);
        partition.recall();
    }

    private void pass(long millis) {
        for (long end = now + millis; now < end; ) {
            now += 500;
            pulses.confirmContact(now);
            context.setCurrentSystemTimeMs(now);
            partition.sweep(now);
        }
    }

    private List<Presence.State> announcedStates() {
        List<Presence.State> states = context.forwarded(PresenceTopology.TO_PRESENCE).stream()
                .map(forward -> {
                    try {
                        return Presence.parseFrom(forward.record().value().value())
                                .getState();
                    } catch (InvalidProtocolBufferException broken) {
                        throw new AssertionError(broken);
                    }
                })
                .toList();
        context.resetForwards();
        return states;
    }

    private List<SessionRecord> closings() {
        List<SessionRecord> found = context.forwarded(PresenceTopology.TO_SESSIONS).stream()
                .map(forward -> {
                    try {
                        return SessionRecord.parseFrom(forward.record().value().value());
                    } catch (InvalidProtocolBufferException broken) {
                        throw new AssertionError(broken);
                    }
                })
                .toList();
        context.resetForwards();
        return found;
    }

    private static <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
    }
}
