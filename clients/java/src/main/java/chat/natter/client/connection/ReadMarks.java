package chat.natter.client.connection;

import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.ClientFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latest read mark per conversation. Marks have no answer, so the last ones are said again on each connection; they
 * only ever rise.
 */
final class ReadMarks {
    /** A client that reads more conversations than this between two connections loses the oldest repeat, no more. */
    private static final int KEPT = 256;

    private final Map<ConversationId, Long> marks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Long> eldest) {
            return size() > KEPT;
        }
    };

    /** True if the mark rises. */
    boolean raise(ConversationId conversation, long seq) {
        Long before = marks.get(conversation);
        if (before != null && before >= seq) {
            return false;
        }
        marks.put(conversation, seq);
        return true;
    }

    List<ClientFrame.Read> all() {
        return marks.entrySet().stream()
                .map(mark -> new ClientFrame.Read(mark.getKey(), mark.getValue()))
                .toList();
    }
}
