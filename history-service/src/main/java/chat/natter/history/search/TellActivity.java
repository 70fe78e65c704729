package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.history.group.MembersAt;
import chat.natter.history.message.ArchivedMessage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells who has what to search: the two of a direct conversation, the members of a group. Who has gone keeps what there
 * was until then.
 */
@Singleton
public final class TellActivity {
    private final Conversations conversations;
    private final MembersAt membersAt;
    private final RememberActivity rememberActivity = new RememberActivity();

    TellActivity(Conversations conversations, MembersAt membersAt) {
        this.conversations = conversations;
        this.membersAt = membersAt;
    }

    /** The conversations that the user can search. */
    public List<ConversationId> conversationsOf(UserId user) {
        return conversations.of(user).stream().map(Activity::conversation).toList();
    }

    /** The user, who is no more, can search nothing as of that time. */
    public void forget(UserId user, Instant at) {
        conversations.forget(user, at);
    }

    /**
     * What these entries make known; who was a member of groups when is known already.
     *
     * @param erased users who search no more
     */
    void tell(List<ArchivedMessage> entries, Set<UserId> erased) {
        List<Activity> news = new ArrayList<>();
        for (ArchivedMessage entry : telling(entries)) {
            membersAt.of(entry.conversation(), entry.seq()).stream()
                    .map(UserId::new)
                    .filter(user -> !erased.contains(user))
                    .forEach(user -> news.add(new Activity(user, entry.conversation(), entry.seq(), entry.at())));
        }
        conversations.tell(news);
        rememberActivity.remember(news);
    }

    /** Whatever changes a group, since others may be its members then; of the rest the last, now and then. */
    private Collection<ArchivedMessage> telling(List<ArchivedMessage> entries) {
        List<ArchivedMessage> telling = new ArrayList<>();
        Map<ConversationId, ArchivedMessage> last = new HashMap<>();
        for (ArchivedMessage entry : entries) {
            if (entry.action() == Action.GROUP) {
                telling.add(entry);
            } else {
                last.merge(entry.conversation(), entry, (one, other) -> one.seq() >= other.seq() ? one : other);
            }
        }
        last.values().stream().filter(rememberActivity::isNews).forEach(telling::add);
        return telling;
    }
}
