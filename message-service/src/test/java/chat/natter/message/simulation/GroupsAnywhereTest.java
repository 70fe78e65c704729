package chat.natter.message.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.AddMembers;
import chat.natter.contract.record.ChangeRole;
import chat.natter.contract.record.CreateGroup;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.GroupSettings.Who;
import chat.natter.contract.record.HandOver;
import chat.natter.contract.record.LeaveGroup;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.RemoveMembers;
import chat.natter.contract.record.Sent;
import chat.natter.contract.record.Target;
import chat.natter.contract.record.TopicNews;
import chat.natter.message.conversation.ConversationLimits;
import chat.natter.message.simulation.SimulatedLog.Name;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A group changes, talks, edits and retracts from several devices while both stages, the sockets and the
 * acknowledgements fail at random. The log has to be one that the model permits, and each device has to have got
 * exactly what the model says its user sees: all of it, once, in order, and nothing after a removal.
 */
class GroupsAnywhereTest {
    private static final int STEPS = 700;
    private static final UUID CREATION = new UUID(0x0193_0e2f_6d2b_7c41L, 0x8f52_1b2f_0c1d_2e3fL);
    private static final String GROUP =
            ConversationId.groupOf(new MessageId(CREATION)).value();
    private static final String TOPIC =
            ConversationId.topicOf(new MessageId(CREATION)).value();
    private static final String NOBODY = user(9);
    /** So small that even this group is copied to in parts. */
    private static final ConversationLimits SMALL_PARTS = new ConversationLimits(
            Duration.ofHours(24),
            1_000,
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofDays(2),
            50,
            1_024,
            64,
            1,
            32,
            32);

    private final SimulatedLog log = new SimulatedLog();
    private final SimulatedTask conversations =
            new SimulatedTask(log, List.of(Name.COMMANDS), SimulatedStages.conversation(SMALL_PARTS));
    private final SimulatedTask inboxes =
            new SimulatedTask(log, List.of(Name.INBOX, Name.SESSIONS, Name.ACCOUNTS), SimulatedStages.inbox());
    private List<SimulatedMember> devices = List.of();
    private long now = 1_700_000_000_000L;

    static List<Integer> seeds() {
        return IntStream.range(0, 400).boxed().toList();
    }

    static List<Integer> fewSeeds() {
        return IntStream.range(0, 100).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showsEachDeviceExactlyWhatItsUserMaySee(int seed) {
        liveThrough(seed, GROUP);

        assertThat(log.topic(Name.NEWS)).as("groups have no readers").isEmpty();
    }

    /** Those who publish in a topic are to each other what the members of a group are. */
    @ParameterizedTest
    @MethodSource("fewSeeds")
    void tellsTheReadersOfATopicOfEveryEntry(int seed) {
        liveThrough(seed, TOPIC);

        assertThat(log.topic(Name.NEWS)).allMatch(news -> news.key().equals(TOPIC));
        assertThat(log.topic(Name.NEWS).stream()
                        .map(news -> ((TopicNews) news.value()).getSeq())
                        .distinct())
                .containsExactlyElementsOf(
                        distinctEvents().stream().map(Event::getSeq).toList());
    }

    private void liveThrough(int seed, String conversation) {
        // Given
        Random random = new Random(seed);
        devices = List.of(
                device(conversation, 0, "a"),
                device(conversation, 0, "b"),
                device(conversation, 1, "c"),
                device(conversation, 2, "d"),
                device(conversation, 2, "e"),
                device(conversation, 3, "f"),
                device(conversation, 4, "g"));
        accounts();
        while (inboxes.step(random)) {
            // the accounts are known before anybody talks
        }
        inboxes.commit();
        inboxes.resume(now);
        SimulatedMember creator = devices.get(0);
        creator.connect(now);
        creator.group(
                CREATION,
                GroupCommand.newBuilder()
                        .setCreate(CreateGroup.newBuilder()
                                .setProfile(GroupProfile.newBuilder().setTitle("Team"))
                                .addMembers(user(1))
                                .addMembers(user(2))),
                now);

        // When
        for (int i = 0; i < STEPS; i++) {
            now += random.nextInt(10) == 0 ? random.nextInt(120_000) : random.nextInt(50);
            act(random);
        }
        settle(random);

        // Then
        List<Event> events = distinctEvents();
        GroupModel model = new GroupModel();
        Map<String, List<Event>> visible = new HashMap<>();
        for (Event event : events) {
            Set<String> sees = model.next(event);
            sees.forEach(user ->
                    visible.computeIfAbsent(user, unseen -> new ArrayList<>()).add(event));
        }
        for (SimulatedMember device : devices) {
            List<Long> expected = visible.getOrDefault(device.user, List.of()).stream()
                    .filter(event -> !event.getDevice().equals(device.device))
                    .map(Event::getSeq)
                    .toList();
            assertThat(device.received)
                    .as("what %s sees", device.device)
                    .extracting(MessageDelivery::getSeq)
                    .isEqualTo(expected);
            answersAreTrue(device, events);
        }
        assertThat(model.members()).as("without an account nobody stays").doesNotContain(NOBODY);
        assertThat(inboxes.store().count('e')).as("entries that still wait").isZero();
    }

    private void answersAreTrue(SimulatedMember device, List<Event> events) {
        Map<UUID, Event> byId = new HashMap<>();
        events.forEach(event ->
                byId.put(MessageId.of(event.getMessageId().toByteArray()).value(), event));
        device.asked.keySet().forEach(id -> {
            assertThat(device.isAnswered(id)).as("everything is answered").isTrue();
            Sent sent = device.sent.get(id);
            if (sent != null) {
                assertThat(byId.getOrDefault(id, Event.getDefaultInstance()).getSeq())
                        .isEqualTo(sent.getSeq());
            } else if (device.attempts.getOrDefault(id, 0) == 1) {
                assertThat(byId).as("what was refused did not happen").doesNotContainKey(id);
            }
        });
    }

    private void act(Random random) {
        SimulatedMember device = devices.get(random.nextInt(devices.size()));
        switch (random.nextInt(15)) {
            case 0, 1 -> {
                if (device.isConnected()) {
                    say(device, random);
                }
            }
            case 2 -> {
                if (device.isConnected()) {
                    device.group(new UUID(random.nextLong(), random.nextLong()), anyChange(random), now);
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
            case 12 -> (random.nextBoolean() ? conversations : inboxes).commit();
            case 13 -> {
                if (device.isConnected() && !device.received.isEmpty()) {
                    device.read(device.received.get(device.received.size() - 1).getSeq(), now);
                }
            }
            default -> {
                if (random.nextInt(3) == 0) {
                    (random.nextBoolean() ? conversations : inboxes).crash(random, now);
                }
            }
        }
    }

    private void say(SimulatedMember device, Random random) {
        Action action = Action.forNumber(random.nextInt(4));
        List<MessageDelivery> known = device.received;
        if (action == Action.MESSAGE || action == null || (known.isEmpty() && device.sent.isEmpty())) {
            device.send(random, Action.MESSAGE, Target.getDefaultInstance(), now);
        } else if (device.sent.isEmpty() || (!known.isEmpty() && random.nextInt(3) == 0)) {
            MessageDelivery message = known.get(random.nextInt(known.size()));
            device.send(random, action, target(message), now);
        } else {
            List<UUID> own = List.copyOf(device.sent.keySet());
            UUID id = own.get(random.nextInt(own.size()));
            Target target = Target.newBuilder()
                    .setSeq(device.sent
                            .getOrDefault(id, Sent.getDefaultInstance())
                            .getSeq())
                    .setDevice(device.device)
                    .setMessageId(ByteString.copyFrom(new MessageId(id).toBytes()))
                    .build();
            device.send(random, action, target, now);
        }
    }

    private static Target target(MessageDelivery message) {
        return Target.newBuilder()
                .setSeq(message.getSeq())
                .setDevice(message.getDevice())
                .setMessageId(message.getMessageId())
                .build();
    }

    private static GroupCommand.Builder anyChange(Random random) {
        String one = user(random.nextInt(5));
        String other = random.nextInt(4) == 0 ? NOBODY : user(random.nextInt(5));
        GroupCommand.Builder command = GroupCommand.newBuilder();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                command.setAdd(AddMembers.newBuilder().addMembers(one).addMembers(other));
            case 3, 4 -> command.setRemove(RemoveMembers.newBuilder().addMembers(one));
            case 5 ->
                random.nextInt(3) == 0
                        ? command.setLeave(LeaveGroup.getDefaultInstance())
                        : command.setProfile(GroupProfile.newBuilder().setTitle("T"));
            case 6 ->
                random.nextInt(3) == 0
                        ? command.setHandOver(HandOver.newBuilder().setTo(one))
                        : command.setSettings(GroupSettings.newBuilder()
                                .setSend(random.nextInt(4) == 0 ? Who.ADMINS : Who.EVERYBODY)
                                .setAdd(random.nextBoolean() ? Who.ADMINS : Who.EVERYBODY));
            default ->
                command.setRole(ChangeRole.newBuilder()
                        .addMembers(one)
                        .setRole(random.nextBoolean() ? GroupRole.ADMIN : GroupRole.MEMBER));
        };
    }

    /** All faults end; what was not answered is asked again, as a client does. */
    private void settle(Random random) {
        for (SimulatedMember device : devices) {
            if (!device.isConnected()) {
                device.connect(now);
            }
        }
        run(random);
        for (int round = 0; round < 3; round++) {
            for (SimulatedMember device : devices) {
                for (UUID id : List.copyOf(device.asked.keySet())) {
                    if (!device.isAnswered(id)) {
                        device.refused.remove(id);
                        device.repeat(id, now);
                    }
                }
            }
            run(random);
        }
        // Whoever has no account learns of a message, and goes.
        devices.forEach(device -> device.send(random, Action.MESSAGE, Target.getDefaultInstance(), now));
        run(random);
    }

    private void run(Random random) {
        inboxes.resume(now);
        for (int quiet = 0; quiet < 5; ) {
            boolean ordered = conversations.step(random);
            boolean worked = inboxes.step(random) || ordered;
            conversations.commit();
            inboxes.commit();
            for (SimulatedMember device : devices) {
                device.receive();
                device.acknowledge(now);
            }
            quiet = worked ? 0 : quiet + 1;
        }
    }

    private List<Event> distinctEvents() {
        List<Event> events = new ArrayList<>();
        for (SimulatedLog.Entry entry : log.topic(Name.EVENTS)) {
            Event event = (Event) entry.value();
            if (event.getSeq() > events.size()) {
                assertThat(event.getSeq()).as("dense, in order").isEqualTo(events.size() + 1L);
                events.add(event);
            } else {
                assertThat(event).as("a repeat is the same").isEqualTo(events.get((int) event.getSeq() - 1));
            }
        }
        assertThat(events).isNotEmpty();
        assertThat(events.get(0).getGroup().getChange().hasCreated()).isTrue();
        return events;
    }

    private void accounts() {
        Map<String, Account.Builder> accounts = new HashMap<>();
        for (SimulatedMember device : devices) {
            accounts.computeIfAbsent(
                            device.user,
                            user -> Account.newBuilder()
                                    .setUser(user)
                                    .setVersion(1)
                                    .setStatus(Account.Status.ACTIVE))
                    .addDevices(AccountDevice.newBuilder().setDevice(device.device));
        }
        accounts.forEach((user, account) -> log.append(Name.ACCOUNTS, user, account.build(), now));
    }

    private SimulatedMember device(String conversation, int user, String name) {
        return new SimulatedMember(log, conversation, user(user), "01jd3zk8x0000000000000001" + name);
    }

    private static String user(int number) {
        return "01jd3zk8x000000000000000" + number + "0";
    }
}
