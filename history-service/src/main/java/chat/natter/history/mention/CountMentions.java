package chat.natter.history.mention;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.DescribeMessages;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.OwnView;
import chat.natter.history.message.Visible;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Counts in how many messages behind the read mark a user is mentioned, however far back they lie. What the store
 * proposes is checked against the message as it is now: it may be gone, taken back, erased, or not for this user.
 */
@Singleton
public final class CountMentions {
    /** Stands for as many or more. */
    public static final int MOST = 20;

    private final MentionStore store;
    private final MessageStore messages;
    private final DescribeMessages describeMessages;
    private final OwnView ownView;

    CountMentions(MentionStore store, MessageStore messages, DescribeMessages describeMessages, OwnView ownView) {
        this.store = store;
        this.messages = messages;
        this.describeMessages = describeMessages;
        this.ownView = ownView;
    }

    public int of(UserId user, ConversationId conversation, long read, Visible visible) {
        SortedSet<Long> proposed = store.behind(user, conversation, read, MOST);
        if (proposed.isEmpty()) {
            return 0;
        }
        Set<Long> hidden = ownView.hidden(user, conversation, proposed.first(), proposed.last());
        List<MessageKey> keys = proposed.stream()
                .filter(seq -> visible.contains(seq) && !hidden.contains(seq))
                .map(seq -> new MessageKey(conversation, seq))
                .toList();
        return (int) messages.readAll(keys).values().stream()
                .filter(message -> mentions(message, user) && describeMessages.isThere(user, message, visible))
                .limit(MOST)
                .count();
    }

    private static boolean mentions(ArchivedMessage message, UserId user) {
        return !message.from().equals(user)
                && (message.mentions().all() || message.mentions().users().contains(user));
    }
}
