package chat.natter.history.group;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupCreated;
import chat.natter.contract.record.GroupMember;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.MemberLeft;
import chat.natter.contract.record.MembersAdded;
import chat.natter.contract.record.MembersRemoved;
import chat.natter.contract.record.OwnerChanged;
import chat.natter.history.message.Visible;
import chat.natter.history.reader.InMemoryReaders;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FoldMembershipTest {
    private static final ConversationId GROUP = ConversationId.groupOf(new MessageId(new UUID(1, 1)));
    private static final String ALICE = "01jd3zk8x0000000000000000a";
    private static final String BOB = "01jd3zk8x0000000000000000b";
    private static final String CAROL = "01jd3zk8x0000000000000000c";

    private final InMemoryGroups store = new InMemoryGroups();
    private final MembersOnly audience = new MembersOnly(store, new InMemoryReaders());

    @Test
    void showsAMemberWhatIsBetweenComingAndGoingBothIncluded() {
        // Given
        created();
        write(5, GroupChange.newBuilder().setRemoved(MembersRemoved.newBuilder().addMembers(BOB)));
        write(9, GroupChange.newBuilder().setAdded(MembersAdded.newBuilder().addMembers(BOB)));

        // Then
        assertThat(visibleTo(BOB).ranges())
                .containsExactly(new Visible.Range(1, 5), new Visible.Range(9, Long.MAX_VALUE));
        assertThat(visibleTo(BOB).contains(6)).isFalse();
        assertThat(visibleTo(CAROL).isNothing()).isTrue();
    }

    @Test
    void showsMembersAllOfItWhereTheGroupSaysSo() {
        List<MemberChange> joinedLate = List.of(new MemberChange(CAROL, 7, "member"));
        List<MemberChange> gone = List.of(new MemberChange(CAROL, 7, "member"), new MemberChange(CAROL, 9, null));

        assertThat(FoldMembership.visible(joinedLate, true)).isEqualTo(Visible.ALL);
        assertThat(FoldMembership.visible(gone, true).ranges()).containsExactly(new Visible.Range(7, 9));
    }

    @Test
    void aChangeOfRoleIsNoNewMembership() {
        // Given
        created();
        write(4, GroupChange.newBuilder().setOwner(OwnerChanged.newBuilder().setOwner(BOB)));

        // Then
        assertThat(visibleTo(BOB).ranges()).containsExactly(new Visible.Range(1, Long.MAX_VALUE));
        assertThat(FoldMembership.members(store.changes(GROUP)))
                .containsEntry(ALICE, "admin")
                .containsEntry(BOB, "owner");
    }

    @Test
    void knowsTheOwnerAfterTheOwnerLeft() {
        // Given
        created();
        write(
                3,
                GroupChange.newBuilder()
                        .setLeft(MemberLeft.newBuilder().setUser(ALICE).setOwner(BOB)));

        // Then
        assertThat(FoldMembership.members(store.changes(GROUP)))
                .containsOnlyKeys(BOB)
                .containsEntry(BOB, "owner");
    }

    private Visible visibleTo(String user) {
        return audience.of(GROUP, new UserId(user));
    }

    private void created() {
        write(
                1,
                GroupChange.newBuilder()
                        .setCreated(GroupCreated.newBuilder()
                                .addMembers(
                                        GroupMember.newBuilder().setUser(ALICE).setRole(GroupRole.OWNER))
                                .addMembers(
                                        GroupMember.newBuilder().setUser(BOB).setRole(GroupRole.MEMBER))));
    }

    private void write(long seq, GroupChange.Builder change) {
        store.write(List.of(new GroupEvent(GROUP, seq, change.build())));
    }
}
