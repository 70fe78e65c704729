package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupCreated;
import chat.natter.contract.record.GroupMember;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.MembersAdded;
import chat.natter.contract.record.MembersRemoved;
import chat.natter.history.message.Audience;
import chat.natter.history.reader.InMemoryReaders;
import chat.natter.history.reader.ReaderStore;
import java.util.List;

/** Changes of members for tests, and what is made of them. */
public final class SomeMembers {
    private SomeMembers() {}

    public static MembersAt in(GroupStore store) {
        return new MembersAt(store);
    }

    public static Audience audience(GroupStore store) {
        return audience(store, new InMemoryReaders());
    }

    public static Audience audience(GroupStore store, ReaderStore readers) {
        return new MembersOnly(store, readers);
    }

    public static GroupEvent created(ConversationId group, UserId owner, UserId... members) {
        GroupCreated.Builder created = GroupCreated.newBuilder()
                .addMembers(GroupMember.newBuilder().setUser(owner.value()).setRole(GroupRole.OWNER));
        for (UserId member : members) {
            created.addMembers(GroupMember.newBuilder().setUser(member.value()).setRole(GroupRole.MEMBER));
        }
        return new GroupEvent(
                group, 1, GroupChange.newBuilder().setCreated(created).build());
    }

    public static GroupEvent added(ConversationId group, long seq, UserId member) {
        MembersAdded added =
                MembersAdded.newBuilder().addAllMembers(List.of(member.value())).build();
        return new GroupEvent(
                group, seq, GroupChange.newBuilder().setAdded(added).build());
    }

    public static GroupEvent removed(ConversationId group, long seq, UserId member) {
        MembersRemoved removed = MembersRemoved.newBuilder()
                .addAllMembers(List.of(member.value()))
                .build();
        return new GroupEvent(
                group, seq, GroupChange.newBuilder().setRemoved(removed).build());
    }
}
