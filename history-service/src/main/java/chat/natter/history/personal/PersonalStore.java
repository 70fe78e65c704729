package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.OwnView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where it is kept what users set for themselves. Writing is idempotent, and the latest time wins for each member.
 * Every method throws {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
public interface PersonalStore extends OwnView {
    Personal of(UserId user, ConversationId conversation);

    /** All for which anything was ever set. */
    Map<ConversationId, Personal> of(UserId user);

    /** How far the user has read the conversation; 0 for nowhere. */
    long readUpTo(UserId user, ConversationId conversation);

    void change(UserId user, ConversationId conversation, PersonalChange change, Instant at);

    void star(UserId user, MessageKey message, boolean on, Instant at);

    void hide(UserId user, MessageKey message, Instant at);

    /** At most {@code limit} stars behind that one: by conversation, and in it the newest first. */
    List<MessageKey> stars(UserId user, Optional<MessageKey> after, int limit);

    /** Forgets what the user had set before {@code at}; in other conversations nothing was deleted. */
    void forget(UserId user, List<ConversationId> conversations, Instant at);
}
