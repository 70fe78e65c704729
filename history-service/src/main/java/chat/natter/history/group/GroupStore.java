package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Where groups are kept. Writing is idempotent and needs no order: what is later in the log wins. Every method throws
 * {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
public interface GroupStore {
    /** Returns only when all of it is durable. */
    void write(List<GroupEvent> events);

    Optional<GroupProfileView> profile(ConversationId conversation);

    /** The changes of one member, in the order of seq. */
    List<MemberChange> changesOf(ConversationId conversation, UserId user);

    /** The changes of all members, in the order of seq. */
    List<MemberChange> changes(ConversationId conversation);
}
