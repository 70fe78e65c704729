package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** Reads a part of a log by its numbers, each entry for itself, with bounded queries. */
@Singleton
public final class ReadLog {
    /** Messages of one part. */
    static final int MOST = 200;

    private final MessageStore store;
    private final ReadPage readPage;
    private final OwnView ownView;

    ReadLog(MessageStore store, ReadPage readPage, OwnView ownView) {
        this.store = store;
        this.readPage = readPage;
        this.ownView = ownView;
    }

    /**
     * What is there of {@code from} to {@code to}, or the beginning of it; {@code visible} is not nothing. Throws
     * {@link StoreUnavailable} while the store is away.
     */
    public LogPart read(UserId reader, ConversationId conversation, long from, long to, Visible visible) {
        LogPart part = read(conversation, from, to, visible);
        return part.messages().isEmpty()
                ? part
                : part.without(ownView.hidden(reader, conversation, part.first(), part.last()));
    }

    /** The same, for a conversation in which nobody deletes anything for themselves. */
    public LogPart read(ConversationId conversation, long from, long to, Visible visible) {
        OptionalLong lastSeq = store.lastSeq(conversation);
        long head = lastSeq.isEmpty() ? 0 : Math.min(lastSeq.getAsLong(), visible.last());
        long until = Math.min(to, head);
        if (until < from) {
            return LogPart.none(from, head);
        }
        int limit = (int) Math.min(MOST, until - from + 1);
        Page page = readPage.read(conversation, PageRequest.after(from - 1, limit), visible, until);
        return LogPart.of(from, page.next().orElse(until), head, page.messages(), visible);
    }
}
