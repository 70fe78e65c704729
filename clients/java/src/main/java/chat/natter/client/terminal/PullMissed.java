package chat.natter.client.terminal;

import chat.natter.client.connection.ChatConnection;
import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.ServerFrame;
import java.util.HashMap;
import java.util.Map;

/** Asks for the newest of the messages that waited too long, page by page. */
final class PullMissed {
    /** What fits on a screen; {@code /history} shows the rest. */
    private static final int MOST = 50;

    /** Up to where the messages of a conversation are wanted. */
    private final Map<ConversationId, Long> wanted = new HashMap<>();

    /** How many of them come. */
    long begin(ServerFrame.Missed missed, ChatConnection connection) {
        long first = Math.max(missed.first(), missed.last() - MOST + 1);
        wanted.put(missed.conversation(), missed.last());
        connection.pull(missed.conversation(), first, missed.last());
        return missed.last() - first + 1;
    }

    /** Goes on behind the page, if it holds anything and more is wanted. */
    void goOn(ServerFrame.Page page, ChatConnection connection) {
        long last = wanted.getOrDefault(page.conversation(), 0L);
        if (page.last() >= page.first() && page.last() < last) {
            connection.pull(page.conversation(), page.last() + 1, last);
        } else {
            wanted.remove(page.conversation());
        }
    }
}
