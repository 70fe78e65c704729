package chat.natter.message.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.AdmissionVerdict;
import chat.natter.contract.record.ChangeRole;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.CreateGroup;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.MemberRefused;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.Sent;
import chat.natter.contract.record.Target;
import chat.natter.message.simulation.MemoryStore;
import chat.natter.message.stage.RecordedOutputs;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The conversation stage with one group, or with two people, as a member sees it: asks, and is answered. */
final class OneConversation {
    static final String OWNER = user('a');
    static final String ADMIN = user('b');
    static final String MEMBER = user('c');
    static final String STRANGER = user('d');

    MemoryStore store = new MemoryStore();
    final RecordedOutputs outputs = new RecordedOutputs();
    final ConversationId group;
    private final ConversationLimits limits;
    private ConversationStage stage;
    private Command last = Command.getDefaultInstance();
    private long offset;
    private long ids = 100;
    private long now = 1_700_000_000_000L;

    OneConversation(ConversationLimits limits) {
        this(ConversationId.groupOf(new MessageId(new UUID(1, 1))), limits);
    }

    private OneConversation(ConversationId group, ConversationLimits limits) {
        this.group = group;
        this.limits = limits;
        this.stage = new ConversationStage(store, outputs, limits);
    }

    /** Goes on from the first so many writes. */
    void crash(int survivingWrites) {
        store = store.restoredTo(survivingWrites);
        stage = new ConversationStage(store, outputs, limits);
    }

    /** Two people who have never talked. */
    static OneConversation ofStrangers(String one, String other) {
        return new OneConversation(
                ConversationId.direct(new UserId(one), new UserId(other)), ConversationLimits.defaults());
    }

    /** Two people who may talk. */
    static OneConversation ofTwo(String one, String other) {
        OneConversation two = ofStrangers(one, other);
        two.run(Command.newBuilder()
                .setAdmission(AdmissionVerdict.newBuilder().setPeer(other).setAdmitted(true)));
        return two;
    }

    /** A group with an owner, an admin and a member. */
    static OneConversation withGroup(GroupSettings.Builder settings) {
        return created(new OneConversation(ConversationLimits.defaults()), settings);
    }

    /** A topic with an owner, an admin and one who publishes. */
    static OneConversation withTopic(GroupSettings.Builder settings) {
        return created(nothing(ConversationLimits.defaults()), settings);
    }

    /** A topic that nobody has created yet. */
    static OneConversation nothing(ConversationLimits limits) {
        return new OneConversation(ConversationId.topicOf(new MessageId(new UUID(1, 1))), limits);
    }

    private static OneConversation created(OneConversation conversation, GroupSettings.Builder settings) {
        conversation.create(OWNER, settings, List.of(ADMIN, MEMBER));
        conversation.change(
                OWNER,
                GroupCommand.newBuilder()
                        .setRole(ChangeRole.newBuilder().addMembers(ADMIN).setRole(GroupRole.ADMIN)));
        return conversation;
    }

    static OneConversation withGroup() {
        return withGroup(GroupSettings.newBuilder());
    }

    static String user(char last) {
        return "01jd3zk8x0000000000000000" + last;
    }

    static String deviceOf(String user) {
        return "01jd3zk8x1000000000000000" + user.charAt(25);
    }

    void create(String owner, GroupSettings.Builder settings, List<String> members) {
        run(
                owner,
                Command.newBuilder()
                        .setGroup(GroupCommand.newBuilder()
                                .setMessageId(id(1))
                                .setCreate(CreateGroup.newBuilder()
                                        .setProfile(GroupProfile.newBuilder().setTitle("Team"))
                                        .setSettings(settings)
                                        .addAllMembers(members))));
    }

    ConversationId conversation() {
        return group;
    }

    void pass(Duration time) {
        now += time.toMillis();
    }

    void change(String user, GroupCommand.Builder change) {
        run(user, Command.newBuilder().setGroup(change.setMessageId(id(++ids))));
    }

    /**
     * Sends something; returns what an action on it has to name, without its number if nobody has decided on it yet.
     */
    Target say(String user) {
        return send(user, Action.MESSAGE, Target.newBuilder());
    }

    Target send(String user, Action action, Target.Builder target) {
        return send(user, Send.newBuilder().setAction(action).setTarget(target));
    }

    Target send(String user, Send.Builder send) {
        ByteString id = id(++ids);
        run(
                user,
                Command.newBuilder()
                        .setSend(send.setMessageId(id).setContent(ByteString.copyFromUtf8("{\"kind\":\"text\"}"))));
        return Target.newBuilder()
                .setSeq(
                        outputs.deliveries.isEmpty()
                                ? 0
                                : outputs.lastDelivery().getSent().getSeq())
                .setDevice(deviceOf(user))
                .setMessageId(id)
                .build();
    }

    /** A command of the service itself. */
    void run(Command.Builder command) {
        again(command.build(), ++offset);
    }

    void memberRefused(String user, Problem problem) {
        Command command = Command.newBuilder()
                .setUser(user)
                .setMemberRefused(MemberRefused.newBuilder().setProblem(problem.code()))
                .build();
        stage.process(new CommandAt(group, command, ++offset, now));
    }

    void run(String user, Command.Builder command) {
        command.setUser(new UserId(user).value())
                .setDevice(deviceOf(user))
                .setSession("s-" + user)
                .setGateway("g");
        last = command.build();
        again(last, ++offset);
    }

    /** The last record once more, as after a crash. */
    void againLast() {
        again(last, offset);
    }

    /** The same record once more, as after a crash. */
    void again(Command command, long by) {
        stage.process(new CommandAt(group, command, by, now));
    }

    long lastOffset() {
        return offset;
    }

    /** Asks, and expects this refusal and no trace of it in the state or in the log. */
    void refuses(Problem problem, Runnable ask) {
        int writes = store.writes();
        int events = outputs.events.size();
        int copies = outputs.copies.size();
        ask.run();
        assertThat(outputs.lastDelivery().getRefused().getProblem()).isEqualTo(problem.code());
        assertThat(store.writes()).as("writes").isEqualTo(writes);
        assertThat(outputs.events).hasSize(events);
        assertThat(outputs.copies).hasSize(copies);
    }

    Sent lastSent() {
        assertThat(outputs.lastDelivery().hasSent()).as("accepted").isTrue();
        return outputs.lastDelivery().getSent();
    }

    /** Who got a copy of that entry. */
    List<String> seenBy(long seq) {
        return outputs.copies.stream()
                .filter(copy -> copy.entry().getMessage().getSeq() == seq)
                .map(RecordedOutputs.Copy::user)
                .toList();
    }

    static ByteString id(long number) {
        return ByteString.copyFrom(new MessageId(new UUID(1, number)).toBytes());
    }
}
