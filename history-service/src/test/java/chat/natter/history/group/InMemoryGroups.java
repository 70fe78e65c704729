package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The changes of members in memory, and the profiles that a test gives groups. */
public final class InMemoryGroups implements GroupStore {
    public final Map<ConversationId, GroupProfileView> profiles = new HashMap<>();
    private final List<GroupEvent> events = new ArrayList<>();

    @Override
    public void write(List<GroupEvent> added) {
        events.addAll(added);
    }

    @Override
    public Optional<GroupProfileView> profile(ConversationId conversation) {
        return Optional.ofNullable(profiles.get(conversation));
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
