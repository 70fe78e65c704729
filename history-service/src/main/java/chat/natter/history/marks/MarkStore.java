package chat.natter.history.marks;

import chat.natter.contract.ConversationId;
import chat.natter.contract.record.MemberMarks;
import java.util.List;

/**
 * Where marks are kept. They only grow, in whatever order they are written. Every method throws
 * {@link chat.natter.history.message.StoreUnavailable} while the store is away.
 */
public interface MarkStore {
    /** Returns only when all of them are durable. */
    void write(List<MemberMarks> marks);

    /** Of all members who have any. */
    List<Mark> marks(ConversationId conversation);
}
