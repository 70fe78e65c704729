package chat.natter.message.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.message.conversation.ConversationLimits;
import chat.natter.message.simulation.SimulatedLog.Name;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two people talk and set for how long that stays, while both stages, the sockets and the acknowledgements fail at
 * random; nothing may be lost, doubled or out of order.
 */
class CrashAnywhereTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");
    private static final int STEPS = 600;

    private final ConversationId conversation = ConversationId.direct(ALICE, BOB);
    private final SimulatedLog log = new SimulatedLog();
    private final SimulatedTask conversations =
            new SimulatedTask(log, List.of(Name.COMMANDS), SimulatedStages.conversation(ConversationLimits.defaults()));
    private final SimulatedTask inboxes =
            new SimulatedTask(log, List.of(Name.INBOX, Name.SESSIONS, Name.ACCOUNTS), SimulatedStages.inbox());
    private final SimulatedDevice alice = new SimulatedDevice(log, conversation, ALICE.value(), "alice-phone");
    private final SimulatedDevice bob = new SimulatedDevice(log, conversation, BOB.value(), "bob-phone");
    private final SimulatedDevice tablet = new SimulatedDevice(log, conversation, BOB.value(), "bob-tablet");
    private final List<SimulatedDevice> devices = List.of(alice, bob, tablet);
    private long now = 1_700_000_000_000L;

    static List<Integer> seeds() {
        return IntStream.range(0, 400).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void deliversEverythingOnceAndInOrder(int seed) {
        // Given
        Random random = new Random(seed);
        account(ALICE, "alice-phone");
        account(BOB, "bob-phone", "bob-tablet");
        while (inboxes.step(random)) {
            // the accounts are known before anybody talks
        }
        // Streams takes the oldest of its inputs first, so an account that was replayed would come first again.
        inboxes.commit();
        inboxes.resume(now);

        // When
        for (int i = 0; i < STEPS; i++) {
            now += random.nextInt(50);
            act(random);
        }
        settle(random);

        // Then
        List<Event> events = distinctEvents();
        Set<UUID> asked = new HashSet<>(alice.asked);
        asked.addAll(bob.asked);
        assertThat(events).hasSameSizeAs(asked);
        for (SimulatedDevice device : List.of(alice, bob)) {
            assertThat(device.sent.keySet()).containsAll(device.asked);
            device.sent.forEach((id, sent) -> {
                Event event = events.get((int) sent.getSeq() - 1);
                assertThat(MessageId.of(event.getMessageId().toByteArray()).value())
                        .isEqualTo(id);
                assertThat(event.hasGroup()).isEqualTo(SimulatedDevice.isTimer(id));
            });
        }
        assertThatTimersHold(events);
        for (SimulatedDevice device : devices) {
            List<Long> expected = events.stream()
                    .filter(event -> !event.getDevice().equals(device.device))
                    .map(Event::getSeq)
                    .toList();
            assertThat(device.received).extracting(MessageDelivery::getSeq).isEqualTo(expected);
        }
        assertThat(inboxes.store().count('e')).as("entries that still wait").isZero();
        long lastOfAlice = events.stream()
                .filter(event -> event.getFrom().equals(ALICE.value()))
                .mapToLong(Event::getSeq)
                .max()
                .orElse(0);
        assertThat(alice.peerDelivered).as("Alice's double tick").isEqualTo(lastOfAlice);
    }

    /** Every message has the timer that was set last before it in the log. */
    private static void assertThatTimersHold(List<Event> events) {
        long timer = 0;
        for (Event event : events) {
            if (event.hasGroup()) {
                timer = event.getGroup().getChange().getSettings().getExpireAfter();
            } else {
                assertThat(event.getMessage().getExpiresAt())
                        .as("expiry of " + event.getSeq())
                        .isEqualTo(timer == 0 ? 0 : event.getAt() + timer * 1_000);
            }
        }
    }

    private void act(Random random) {
        SimulatedDevice device = devices.get(random.nextInt(devices.size()));
        switch (random.nextInt(14)) {
            case 0, 1 -> {
                if (device.isConnected() && device != tablet) {
                    device.send(new UUID(random.nextLong(), random.nextLong()), now);
                }
            }
            case 2 -> {
                if (device.isConnected() && !device.asked.isEmpty()) {
                    device.repeat(device.asked.get(random.nextInt(device.asked.size())), now);
                }
            }
            case 3, 4, 5 -> conversations.step(random);
            case 6, 7, 8 -> inboxes.step(random);
            case 9 -> {
                conversations.letSomeGo(random);
                inboxes.letSomeGo(random);
            }
            case 10 -> {
                device.receive();
                device.acknowledge(now);
            }
            case 11 -> {
                if (!device.isConnected()) {
                    device.connect(now);
                } else if (random.nextInt(5) == 0) {
                    device.disconnect(now);
                }
            }
            case 12 -> {
                if (random.nextBoolean()) {
                    conversations.commit();
                } else {
                    inboxes.commit();
                }
            }
            default -> {
                if (random.nextInt(4) == 0) {
                    (random.nextBoolean() ? conversations : inboxes).crash(random, now);
                }
            }
        }
    }

    /** All faults end; whatever was asked is asked again, as a client does until it is answered. */
    private void settle(Random random) {
        for (SimulatedDevice device : devices) {
            if (!device.isConnected()) {
                device.connect(now);
            }
            device.asked.forEach(id -> device.repeat(id, now));
        }
        inboxes.resume(now);
        for (int quiet = 0; quiet < 5; ) {
            boolean ordered = conversations.step(random);
            boolean worked = inboxes.step(random) || ordered;
            conversations.commit();
            inboxes.commit();
            for (SimulatedDevice device : devices) {
                device.receive();
                device.acknowledge(now);
            }
            quiet = worked ? 0 : quiet + 1;
        }
    }

    private List<Event> distinctEvents() {
        Map<Long, Event> bySeq = new HashMap<>();
        long last = 0;
        for (SimulatedLog.Entry entry : log.topic(Name.EVENTS)) {
            Event event = (Event) entry.value();
            Event before = bySeq.putIfAbsent(event.getSeq(), event);
            if (before == null) {
                assertThat(event.getSeq()).as("dense, in order").isEqualTo(++last);
            } else {
                assertThat(event).as("a repeat is the same").isEqualTo(before);
            }
        }
        return bySeq.values().stream()
                .sorted(Comparator.comparingLong(Event::getSeq))
                .toList();
    }

    private void account(UserId user, String... names) {
        Account.Builder account =
                Account.newBuilder().setUser(user.value()).setVersion(1).setStatus(Account.Status.ACTIVE);
        for (String name : names) {
            account.addDevices(AccountDevice.newBuilder().setDevice(name));
        }
        log.append(Name.ACCOUNTS, user.value(), account.build(), now);
    }
}
