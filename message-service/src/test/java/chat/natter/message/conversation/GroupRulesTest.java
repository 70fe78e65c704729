package chat.natter.message.conversation;

import static chat.natter.message.conversation.OneConversation.ADMIN;
import static chat.natter.message.conversation.OneConversation.MEMBER;
import static chat.natter.message.conversation.OneConversation.OWNER;
import static chat.natter.message.conversation.OneConversation.STRANGER;
import static chat.natter.message.conversation.OneConversation.user;
import static chat.natter.message.conversation.OneConversation.withGroup;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Problem;
import chat.natter.contract.record.AddMembers;
import chat.natter.contract.record.ChangeRole;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.DeclineMembers;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.GroupSettings.Who;
import chat.natter.contract.record.HandOver;
import chat.natter.contract.record.JoinGroup;
import chat.natter.contract.record.LeaveGroup;
import chat.natter.contract.record.MakeInvite;
import chat.natter.contract.record.RemoveMembers;
import chat.natter.contract.record.RevokeInvite;
import chat.natter.contract.record.Send;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may be done to a group, one by one; a refusal leaves no trace. */
final class GroupRulesTest {
    private static final ByteString CODE = ByteString.copyFromUtf8("hash-of-the-code");

    @Test
    void createsAGroupOnceForOneRequest() {
        // Given
        OneConversation group = withGroup();

        // When
        group.create(OWNER, GroupSettings.newBuilder(), List.of(ADMIN, MEMBER));

        // Then
        assertThat(group.lastSent().getDuplicate()).isTrue();
        assertThat(group.lastSent().getSeq()).isEqualTo(1);
        group.refuses(Problem.CONFLICT, () -> group.create(STRANGER, GroupSettings.newBuilder(), List.of(OWNER)));
    }

    @Test
    void tellsAllMembersOfTheGroupOfItsCreation() {
        OneConversation group = withGroup();

        assertThat(group.seenBy(1)).containsExactlyInAnyOrder(OWNER, ADMIN, MEMBER);
        assertThat(group.outputs.copies.get(0).entry().getMessage().getContent().toStringUtf8())
                .startsWith("{\"kind\":\"group.create\",\"count\":3,\"members\":[\"" + OWNER);
    }

    @Test
    void holdsAsManyMembersAsItMayAndNoMore() {
        // Given
        OneConversation group = withGroup();
        List<String> many = IntStream.range(0, 1_021)
                .mapToObj(i -> "01jd3zk8x2" + String.format("%016d", i))
                .toList();

        // When
        group.change(
                OWNER, GroupCommand.newBuilder().setAdd(AddMembers.newBuilder().addAllMembers(many)));

        // Then
        group.lastSent();
        group.refuses(Problem.GROUP_FULL, () -> group.change(OWNER, add(STRANGER)));
    }

    @Test
    void showsARemovedMemberTheRemovalAndNothingAfterIt() {
        // Given
        OneConversation group = withGroup();

        // When
        group.change(ADMIN, remove(MEMBER));
        long removal = group.lastSent().getSeq();
        long later = group.say(OWNER).getSeq();

        // Then
        assertThat(group.seenBy(removal)).contains(MEMBER);
        assertThat(group.seenBy(later)).containsExactlyInAnyOrder(OWNER, ADMIN);
        group.refuses(Problem.NOT_A_MEMBER, () -> group.say(MEMBER));
        group.refuses(Problem.CONFLICT, () -> group.change(ADMIN, remove(MEMBER)));
    }

    @Test
    void showsANewMemberTheAdditionAndNothingBeforeIt() {
        // Given
        OneConversation group = withGroup();
        long before = group.say(OWNER).getSeq();

        // When
        group.change(MEMBER, add(STRANGER));

        // Then
        assertThat(group.seenBy(before)).doesNotContain(STRANGER);
        assertThat(group.seenBy(group.lastSent().getSeq())).contains(STRANGER);
        group.refuses(Problem.CONFLICT, () -> group.change(MEMBER, add(STRANGER)));
    }

    @Test
    void leavesAddingToAdminsWhereTheGroupSaysSo() {
        OneConversation group = withGroup(GroupSettings.newBuilder().setAdd(Who.ADMINS));

        group.refuses(Problem.NOT_AN_ADMIN, () -> group.change(MEMBER, add(STRANGER)));
    }

    @Test
    void leavesTheProfileToAdminsWhereTheGroupSaysSo() {
        // Given
        OneConversation group = withGroup(GroupSettings.newBuilder().setEdit(Who.ADMINS));
        GroupCommand.Builder rename =
                GroupCommand.newBuilder().setProfile(GroupProfile.newBuilder().setTitle("New"));

        // Then
        group.refuses(Problem.NOT_AN_ADMIN, () -> group.change(MEMBER, rename));
        group.change(ADMIN, rename);
        group.lastSent();
    }

    @Test
    void keepsRemovalRolesSettingsAndLinksToAdmins() {
        OneConversation group = withGroup();

        group.refuses(Problem.NOT_AN_ADMIN, () -> group.change(MEMBER, remove(ADMIN)));
        group.refuses(Problem.NOT_AN_ADMIN, () -> group.change(MEMBER, role(MEMBER, GroupRole.ADMIN)));
        group.refuses(
                Problem.NOT_AN_ADMIN,
                () -> group.change(MEMBER, settings(GroupSettings.newBuilder().setSend(Who.ADMINS))));
        group.refuses(Problem.NOT_AN_ADMIN, () -> group.change(MEMBER, invite(0)));
        group.refuses(
                Problem.NOT_AN_ADMIN,
                () -> group.change(MEMBER, GroupCommand.newBuilder().setRevoke(RevokeInvite.getDefaultInstance())));
    }

    @Test
    void keepsTheOwnerFromAdmins() {
        OneConversation group = withGroup();

        group.refuses(Problem.FORBIDDEN, () -> group.change(ADMIN, remove(OWNER)));
        group.refuses(Problem.FORBIDDEN, () -> group.change(ADMIN, role(OWNER, GroupRole.MEMBER)));
        group.refuses(Problem.FORBIDDEN, () -> group.change(ADMIN, handOver(ADMIN)));
        group.refuses(Problem.CONFLICT, () -> group.change(OWNER, handOver(STRANGER)));
    }

    @Test
    void handsTheGroupOver() {
        // Given
        OneConversation group = withGroup();

        // When
        group.change(OWNER, handOver(MEMBER));

        // Then
        group.lastSent();
        group.refuses(Problem.FORBIDDEN, () -> group.change(OWNER, remove(MEMBER)));
        group.change(MEMBER, remove(OWNER));
        group.lastSent();
    }

    @Test
    void givesTheGroupToAnAdminWhenTheOwnerLeaves() {
        // Given
        OneConversation group = withGroup();

        // When
        group.change(OWNER, GroupCommand.newBuilder().setLeave(LeaveGroup.getDefaultInstance()));

        // Then
        GroupChange change = lastChange(group);
        assertThat(change.getLeft().getOwner()).isEqualTo(ADMIN);
        group.refuses(Problem.NOT_A_MEMBER, () -> group.say(OWNER));
    }

    @Test
    void letsInByTheLinkUntilItExpires() {
        // Given
        OneConversation group = withGroup();
        group.change(ADMIN, invite(60));
        group.pass(Duration.ofSeconds(59));

        // When
        group.change(STRANGER, join(CODE));

        // Then
        assertThat(lastChange(group).getAdded().getByInvite()).isTrue();
        group.refuses(Problem.CONFLICT, () -> group.change(STRANGER, join(CODE)));
        group.pass(Duration.ofSeconds(1));
        group.refuses(Problem.GONE, () -> group.change(user('e'), join(CODE)));
    }

    @Test
    void letsNobodyInByAnotherOrARevokedLink() {
        // Given
        OneConversation group = withGroup();
        group.refuses(Problem.GONE, () -> group.change(STRANGER, join(CODE)));
        group.change(ADMIN, invite(0));

        // Then
        group.refuses(Problem.GONE, () -> group.change(STRANGER, join(ByteString.copyFromUtf8("another"))));

        // When
        group.change(OWNER, GroupCommand.newBuilder().setRevoke(RevokeInvite.getDefaultInstance()));

        // Then
        group.refuses(Problem.GONE, () -> group.change(STRANGER, join(CODE)));
        group.refuses(
                Problem.CONFLICT,
                () -> group.change(OWNER, GroupCommand.newBuilder().setRevoke(RevokeInvite.getDefaultInstance())));
    }

    @Test
    void asksAnAdminWhereTheGroupWantsApproval() {
        // Given
        OneConversation group = withGroup(GroupSettings.newBuilder().setApproval(true));
        group.change(ADMIN, invite(0));

        // When
        group.change(STRANGER, join(CODE));

        // Then
        assertThat(lastChange(group).getAsked().getUser()).isEqualTo(STRANGER);
        assertThat(group.seenBy(group.lastSent().getSeq())).doesNotContain(STRANGER);
        group.refuses(Problem.NOT_A_MEMBER, () -> group.say(STRANGER));
        group.refuses(Problem.CONFLICT, () -> group.change(STRANGER, join(CODE)));

        // When
        group.change(ADMIN, decline(STRANGER));
        group.change(STRANGER, join(CODE));
        group.change(ADMIN, add(STRANGER));

        // Then
        group.say(STRANGER);
        group.lastSent();
        group.refuses(Problem.CONFLICT, () -> group.change(ADMIN, decline(STRANGER)));
    }

    @Test
    void removesWhoCannotBeAMember() {
        // Given
        OneConversation group = withGroup();
        group.change(OWNER, add(STRANGER));

        // When
        group.memberRefused(STRANGER, Problem.USER_UNKNOWN);

        // Then
        assertThat(lastChange(group).getRemoved().getReason()).isEqualTo("user_unknown");
        int events = group.outputs.events.size();
        group.memberRefused(STRANGER, Problem.USER_UNKNOWN);
        assertThat(group.outputs.events).as("once").hasSize(events);
    }

    @Test
    void answersAReplayWithTheMembersOfThatTime() {
        // Given
        OneConversation group = withGroup();
        group.run(OWNER, message());
        long seq = group.lastSent().getSeq();
        long by = group.lastOffset();
        group.change(OWNER, remove(MEMBER));
        group.change(OWNER, add(STRANGER));
        group.outputs.copies.clear();

        // When
        group.again(replayed(OWNER), by);

        // Then
        assertThat(group.lastSent().getDuplicate()).isFalse();
        assertThat(group.seenBy(seq)).containsExactlyInAnyOrder(OWNER, ADMIN, MEMBER);
    }

    @Test
    void refusesAReplayOfWhatWasRefusedThoughItWouldBePossibleNow() {
        // Given
        OneConversation group = withGroup();
        group.run(STRANGER, message());
        long by = group.lastOffset();
        group.change(OWNER, add(STRANGER));

        // Then
        group.refuses(Problem.UNAVAILABLE, () -> group.again(replayed(STRANGER), by));
    }

    private static Command.Builder message() {
        return Command.newBuilder().setSend(Send.newBuilder().setMessageId(OneConversation.id(9)));
    }

    private static Command replayed(String user) {
        return message()
                .setUser(user)
                .setDevice(OneConversation.deviceOf(user))
                .setSession("s-" + user)
                .setGateway("g")
                .build();
    }

    private static GroupChange lastChange(OneConversation group) {
        return group.outputs
                .events
                .get(group.outputs.events.size() - 1)
                .getGroup()
                .getChange();
    }

    private static GroupCommand.Builder add(String user) {
        return GroupCommand.newBuilder().setAdd(AddMembers.newBuilder().addMembers(user));
    }

    private static GroupCommand.Builder remove(String user) {
        return GroupCommand.newBuilder().setRemove(RemoveMembers.newBuilder().addMembers(user));
    }

    private static GroupCommand.Builder decline(String user) {
        return GroupCommand.newBuilder().setDecline(DeclineMembers.newBuilder().addMembers(user));
    }

    private static GroupCommand.Builder role(String user, GroupRole role) {
        return GroupCommand.newBuilder()
                .setRole(ChangeRole.newBuilder().addMembers(user).setRole(role));
    }

    private static GroupCommand.Builder settings(GroupSettings.Builder settings) {
        return GroupCommand.newBuilder().setSettings(settings);
    }

    private static GroupCommand.Builder handOver(String to) {
        return GroupCommand.newBuilder().setHandOver(HandOver.newBuilder().setTo(to));
    }

    private static GroupCommand.Builder invite(int expiresIn) {
        return GroupCommand.newBuilder()
                .setInvite(MakeInvite.newBuilder().setCodeHash(CODE).setExpiresIn(expiresIn));
    }

    private static GroupCommand.Builder join(ByteString code) {
        return GroupCommand.newBuilder().setJoin(JoinGroup.newBuilder().setCodeHash(code));
    }
}
