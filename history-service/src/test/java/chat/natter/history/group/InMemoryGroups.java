package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes of members in memory; groups have no profile here. */
public final class InMemoryGroups implements GroupStore {
    private final List<GroupEvent> events = new ArrayList<>();

    @Override
    public void write(List<GroupEvent> added) {
        events.addAll(added);
    }

    @Override
    public Optional<GroupProfileView> profile(ConversationId conversation) {
        return Optional.empty();
    }

    @Override
    public List<MemberChange> changesOf(ConversationId conversation, UserId user) {
        return changes(conversation).stream()
                .filter(change -> change.user().equals(user.value()))
                .toList();
    }

    @Override
    public List<MemberChange> changes(ConversationId conversation) {
        return events.stream()
                .filter(event -> event.conversation().equals(conversation))
                .flatMap(event -> ReadMemberChanges.of(event).stream())
                .toList();
    }
}
