package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupMember;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who came to a group and who left it, by one event. */
record GroupMembership(ConversationId group, List<UserId> came, List<UserId> left) {
    GroupMembership {
        came = List.copyOf(came);
        left = List.copyOf(left);
    }

    /** Empty if the record says nothing of members. */
    static Optional<GroupMembership> read(byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            Event event = Event.parseFrom(value);
            return event.hasGroup() ? read(event, event.getGroup().getChange()) : Optional.empty();
        } catch (InvalidProtocolBufferException | InvalidId e) {
            // The archive keeps unreadable records; here they open and close nothing.
            return Optional.empty();
        }
    }

    private static Optional<GroupMembership> read(Event event, GroupChange change) {
        return switch (change.getChangeCase()) {
            case CREATED ->
                came(
                        event,
                        change.getCreated().getMembersList().stream()
                                .map(GroupMember::getUser)
                                .toList());
            case ADDED -> came(event, change.getAdded().getMembersList());
            case REMOVED -> left(event, change.getRemoved().getMembersList());
            case LEFT -> left(event, List.of(change.getLeft().getUser()));
            case PROFILE, ROLE, SETTINGS, OWNER, INVITE, REVOKED, ASKED, DECLINED, CHANGE_NOT_SET -> Optional.empty();
        };
    }

    private static Optional<GroupMembership> came(Event event, List<String> users) {
        return Optional.of(new GroupMembership(group(event), users(users), List.of()));
    }

    private static Optional<GroupMembership> left(Event event, List<String> users) {
        return Optional.of(new GroupMembership(group(event), List.of(), users(users)));
    }

    private static ConversationId group(Event event) {
        return new ConversationId(event.getConversation());
    }

    private static List<UserId> users(List<String> users) {
        return users.stream().map(UserId::new).toList();
    }
}
