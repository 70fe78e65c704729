package chat.natter.message.conversation;

import static chat.natter.message.conversation.OneConversation.ADMIN;
import static chat.natter.message.conversation.OneConversation.MEMBER;
import static chat.natter.message.conversation.OneConversation.OWNER;
import static chat.natter.message.conversation.OneConversation.STRANGER;
import static chat.natter.message.conversation.OneConversation.withGroup;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Problem;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.AddMembers;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.GroupSettings.Who;
import chat.natter.contract.record.Mentions;
import chat.natter.contract.record.MessageAccepted;
import chat.natter.contract.record.MessageChanged;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.Target;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may be sent to a group, one by one; a refusal leaves no trace. */
final class SendRulesTest {
    private static final Duration EDIT = Duration.ofMinutes(15);
    private static final Duration RETRACT = Duration.ofDays(2);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @Test
    void copiesAMessageToEveryMember() {
        // Given
        OneConversation group = withGroup();

        // When
        Target message = group.say(MEMBER);

        // Then
        assertThat(group.seenBy(message.getSeq())).containsExactlyInAnyOrder(OWNER, ADMIN, MEMBER);
    }

    @Test
    void refusesWhoIsNoMember() {
        OneConversation group = withGroup();

        group.refuses(Problem.NOT_A_MEMBER, () -> group.say(STRANGER));
    }

    @Test
    void refusesAGroupThatDoesNotExist() {
        OneConversation nothing = new OneConversation(ConversationLimits.defaults());

        nothing.refuses(Problem.CONVERSATION_UNKNOWN, () -> nothing.say(OWNER));
    }

    @Test
    void letsOnlyAdminsSendWhereTheGroupSaysSo() {
        // Given
        OneConversation group = withGroup(GroupSettings.newBuilder().setSend(Who.ADMINS));

        // Then
        group.refuses(Problem.NOT_AN_ADMIN, () -> group.say(MEMBER));
        group.say(ADMIN);
        group.lastSent();
    }

    @Test
    void letsTheAuthorEditFor15Minutes() {
        // Given
        OneConversation group = withGroup();
        Target message = group.say(MEMBER);
        group.pass(EDIT);

        // When
        group.send(MEMBER, Action.EDIT, message.toBuilder());

        // Then
        long edit = group.lastSent().getSeq();
        MessageChanged changed =
                group.outputs.events.get(group.outputs.events.size() - 1).getChanged();
        assertThat(changed.getAction()).isEqualTo(Action.EDIT);
        assertThat(changed.getTarget()).isEqualTo(message.getSeq());
        assertThat(group.seenBy(edit)).contains(OWNER, ADMIN, MEMBER);

        // When
        group.pass(MOMENT);

        // Then
        group.refuses(Problem.TOO_LATE, () -> group.send(MEMBER, Action.EDIT, message.toBuilder()));
    }

    @Test
    void letsAMessageBeEditedSoOften() {
        // Given
        OneConversation group = withGroup();
        Target message = group.say(MEMBER);
        int most = ConversationLimits.defaults().maxEdits();

        // When
        for (int edit = 1; edit <= most; edit++) {
            group.send(MEMBER, Action.EDIT, message.toBuilder());
            // Each comes again, as after a crash, and counts once.
            group.againLast();
        }

        // Then
        group.lastSent();
        group.refuses(Problem.TOO_MANY, () -> group.send(MEMBER, Action.EDIT, message.toBuilder()));
        Target other = group.say(MEMBER);
        group.send(MEMBER, Action.EDIT, other.toBuilder());
        group.lastSent();
    }

    @Test
    void countsAnEditOfWhichACrashLeftOnlySomeWrites() {
        // Given
        OneConversation group = withGroup();
        Target message = group.say(MEMBER);
        int most = ConversationLimits.defaults().maxEdits();

        // When
        for (int edit = 1; edit <= most; edit++) {
            int before = group.store.writes();
            group.send(MEMBER, Action.EDIT, message.toBuilder());
            group.crash(before + edit % 4);
            group.againLast();
        }

        // Then
        group.lastSent();
        group.refuses(Problem.TOO_MANY, () -> group.send(MEMBER, Action.EDIT, message.toBuilder()));
    }

    @Test
    void letsNobodyElseEdit() {
        // Given
        OneConversation group = withGroup();
        Target message = group.say(MEMBER);

        // Then
        group.refuses(Problem.NOT_THE_AUTHOR, () -> group.send(OWNER, Action.EDIT, message.toBuilder()));
    }

    @Test
    void doesNotTakeAnothersIdForTheMessage() {
        // Given
        OneConversation group = withGroup();
        Target own = group.say(MEMBER);
        Target anothers = group.say(OWNER);

        // Then
        group.refuses(
                Problem.TARGET_UNKNOWN,
                () -> group.send(MEMBER, Action.EDIT, own.toBuilder().setSeq(anothers.getSeq())));
    }

    @Test
    void editsOnlyMessages() {
        // Given
        OneConversation group = withGroup();
        Target message = group.say(MEMBER);
        Target edit = group.send(MEMBER, Action.EDIT, message.toBuilder());

        // Then
        group.refuses(Problem.TARGET_UNKNOWN, () -> group.send(MEMBER, Action.EDIT, edit.toBuilder()));
    }

    @Test
    void letsTheAuthorRetractFor48Hours() {
        // Given
        OneConversation group = withGroup();
        Target message = group.say(MEMBER);
        Target other = group.say(MEMBER);
        group.pass(RETRACT);

        // When
        group.send(MEMBER, Action.RETRACT, message.toBuilder());

        // Then
        group.lastSent();
        group.pass(MOMENT);
        group.refuses(Problem.TOO_LATE, () -> group.send(MEMBER, Action.RETRACT, other.toBuilder()));
    }

    @Test
    void letsAdminsRetractAnythingAtAnyTime() {
        // Given
        OneConversation group = withGroup();
        Target message = group.say(MEMBER);
        group.pass(RETRACT.multipliedBy(10));

        // When
        group.send(ADMIN, Action.RETRACT, Target.newBuilder().setSeq(message.getSeq()));

        // Then
        group.lastSent();
    }

    @Test
    void refusesAReactionToWhatIsNotThere() {
        // Given
        OneConversation group = withGroup();
        Target message = group.say(MEMBER);

        // Then
        group.refuses(
                Problem.TARGET_UNKNOWN,
                () -> group.send(MEMBER, Action.REACT, Target.newBuilder().setSeq(message.getSeq() + 1)));
    }

    @Test
    void hidesFromANewMemberWhatWasBefore() {
        // Given
        OneConversation group = withGroup();
        Target before = group.say(MEMBER);
        group.change(
                OWNER, GroupCommand.newBuilder().setAdd(AddMembers.newBuilder().addMembers(STRANGER)));

        // Then
        group.refuses(Problem.TARGET_UNKNOWN, () -> group.send(STRANGER, Action.REACT, before.toBuilder()));
    }

    @Test
    void letsMessagesVanishAsTheGroupsTimerSays() {
        // Given
        OneConversation group = withGroup(GroupSettings.newBuilder().setExpireAfter(60));

        // When
        Target message = group.say(MEMBER);

        // Then
        long at = group.lastSent().getAt();
        assertThat(lastExpiry(group)).isEqualTo(at + 60_000);

        // When
        group.send(MEMBER, Action.EDIT, message.toBuilder());

        // Then
        assertThat(group.outputs
                        .events
                        .get(group.outputs.events.size() - 1)
                        .getChanged()
                        .getExpiresAt())
                .as("an edit vanishes with its message")
                .isEqualTo(at + 60_000);

        // When
        group.send(MEMBER, Send.newBuilder().setExpiresIn(5));

        // Then
        assertThat(lastExpiry(group)).isEqualTo(group.lastSent().getAt() + 5_000);
    }

    @Test
    void handsOnHowOftenAMessageWasForwardedAndWhomItMentions() {
        // Given
        OneConversation group = withGroup();
        Mentions mentions = Mentions.newBuilder().addUsers(OWNER).setAll(true).build();

        // When
        Target message = group.send(MEMBER, Send.newBuilder().setForwarded(2).setMentions(mentions));

        // Then
        MessageAccepted accepted =
                group.outputs.events.get(group.outputs.events.size() - 1).getMessage();
        assertThat(accepted.getForwarded()).isEqualTo(2);
        assertThat(accepted.getMentions()).isEqualTo(mentions);
        assertThat(group.outputs.copies)
                .filteredOn(copy -> copy.entry().getMessage().getSeq() == message.getSeq())
                .hasSize(3)
                .allSatisfy(copy -> {
                    assertThat(copy.entry().getMessage().getForwarded()).isEqualTo(2);
                    assertThat(copy.entry().getMessage().getMentions()).isEqualTo(mentions);
                });
    }

    @Test
    void letsAMessageMentionSoMany() {
        // Given
        OneConversation group = withGroup();
        Mentions most = Mentions.newBuilder()
                .addAllUsers(users(ConversationLimits.defaults().maxMentions()))
                .build();

        // When
        group.send(MEMBER, Send.newBuilder().setMentions(most));

        // Then
        group.lastSent();
        group.refuses(
                Problem.TOO_MANY,
                () -> group.send(
                        MEMBER, Send.newBuilder().setMentions(most.toBuilder().addUsers(OWNER))));
    }

    @Test
    void letsOnlyAdminsMentionAllOfALargeGroup() {
        // Given
        Send.Builder all = Send.newBuilder().setMentions(Mentions.newBuilder().setAll(true));
        OneConversation group = new OneConversation(ConversationLimits.defaults());
        group.create(OWNER, GroupSettings.newBuilder(), users(31));
        String member = users(1).get(0);

        // When
        group.send(member, all.clone());

        // Then
        group.lastSent();

        // When
        group.change(
                OWNER, GroupCommand.newBuilder().setAdd(AddMembers.newBuilder().addMembers(STRANGER)));

        // Then
        group.refuses(Problem.NOT_AN_ADMIN, () -> group.send(member, all.clone()));
        group.send(OWNER, all.clone());
        group.lastSent();
    }

    private static List<String> users(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("01jd3zk8x000000000000010%02d"::formatted)
                .toList();
    }

    private static long lastExpiry(OneConversation group) {
        return group.outputs
                .events
                .get(group.outputs.events.size() - 1)
                .getMessage()
                .getExpiresAt();
    }
}
