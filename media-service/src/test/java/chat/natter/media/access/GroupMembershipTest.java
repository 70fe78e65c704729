package chat.natter.media.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupChanged;
import chat.natter.contract.record.GroupCreated;
import chat.natter.contract.record.GroupMember;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.MemberLeft;
import chat.natter.contract.record.MembersAdded;
import chat.natter.contract.record.MembersRemoved;
import chat.natter.media.item.SomeItems;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupMembershipTest {
    private final UserId alice = SomeItems.user();
    private final ConversationId group = new ConversationId("g-" + SomeItems.user());

    @Test
    void tellsWhoCameAndWhoLeft() {
        GroupMembership came = new GroupMembership(group, List.of(alice), List.of());
        GroupMembership left = new GroupMembership(group, List.of(), List.of(alice));

        assertThat(read(GroupChange.newBuilder()
                        .setCreated(GroupCreated.newBuilder()
                                .addMembers(GroupMember.newBuilder().setUser(alice.value())))))
                .contains(came);
        assertThat(read(GroupChange.newBuilder()
                        .setAdded(MembersAdded.newBuilder().addMembers(alice.value()))))
                .contains(came);
        assertThat(read(GroupChange.newBuilder()
                        .setRemoved(MembersRemoved.newBuilder().addMembers(alice.value()))))
                .contains(left);
        assertThat(read(GroupChange.newBuilder().setLeft(MemberLeft.newBuilder().setUser(alice.value()))))
                .contains(left);
    }

    @Test
    void saysNothingOfOtherChanges() {
        assertThat(read(GroupChange.newBuilder().setProfile(GroupProfile.getDefaultInstance())))
                .isEmpty();
        assertThat(GroupMembership.read(Event.getDefaultInstance().toByteArray()))
                .isEmpty();
        assertThat(GroupMembership.read(new byte[] {1, 2, 3})).isEmpty();
        assertThat(GroupMembership.read(null)).isEmpty();
    }

    @Test
    void tellsWhetherEverybodyMayReadATopic() {
        ConversationId topic = new ConversationId("t-" + SomeItems.user());
        GroupSettings.Builder open = GroupSettings.newBuilder().setPublic(true);
        GroupSettings.Builder closed = GroupSettings.newBuilder().setPublic(false);

        assertThat(audience(
                        topic,
                        GroupChange.newBuilder()
                                .setCreated(GroupCreated.newBuilder().setSettings(open))))
                .contains(new TopicAudience(topic, true));
        assertThat(audience(topic, GroupChange.newBuilder().setSettings(closed)))
                .contains(new TopicAudience(topic, false));
        assertThat(audience(topic, GroupChange.newBuilder().setSettings(GroupSettings.newBuilder())))
                .isEmpty();
        assertThat(TopicAudience.read(new byte[] {1, 2, 3})).isEmpty();
        assertThat(TopicAudience.read(null)).isEmpty();
    }

    private static Optional<TopicAudience> audience(ConversationId topic, GroupChange.Builder change) {
        return TopicAudience.read(Event.newBuilder()
                .setConversation(topic.value())
                .setGroup(GroupChanged.newBuilder().setChange(change))
                .build()
                .toByteArray());
    }

    private Optional<GroupMembership> read(GroupChange.Builder change) {
        return GroupMembership.read(Event.newBuilder()
                .setConversation(group.value())
                .setGroup(GroupChanged.newBuilder().setChange(change))
                .build()
                .toByteArray());
    }
}
