package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.PullRequest;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.TypingRecord;
import chat.natter.contract.record.WatchRecord;
import org.jspecify.annotations.Nullable;

/** Where a session's records go. */
public interface Publisher {
    /**
     * Takes a command for {@code chat.commands}; never blocks.
     *
     * @param refused called on the session's event loop if the command could not be stored
     * @return whether it was taken; if not, {@code refused} is not called
     */
    boolean command(ConversationId conversation, Command command, long at, Refused refused);

    /**
     * Takes a record for {@code chat.watches}.
     *
     * @param user who is the key: the watching user of a request, else the watched one
     */
    void watch(UserId user, WatchRecord record, long at);

    /** Takes a record for {@code chat.typing}. */
    void typing(ConversationId conversation, TypingRecord record, long at);

    /** Takes a record for {@code chat.pulls}, as {@link #command} does. */
    boolean pull(ConversationId conversation, PullRequest request, long at, Runnable refused);

    /** Takes a record for {@code chat.sessions}. */
    void session(UserId user, SessionRecord record, long at);

    /** Hears that a command could not be stored. */
    @FunctionalInterface
    interface Refused {
        /** {@code traceId} is null if the command was not followed. */
        void command(@Nullable String traceId);
    }
}
