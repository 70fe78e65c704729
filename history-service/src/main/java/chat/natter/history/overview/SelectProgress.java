package chat.natter.history.overview;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads a user's conversations, and of each by its key how far it and the user have come, many at once. */
final class SelectProgress {
    private static final int MOST = 2_000;
    private static final int AT_ONCE = 64;

    private final CqlSession session;
    private final PreparedStatement conversations;
    private final PreparedStatement head;
    private final PreparedStatement mark;

    SelectProgress(CqlSession session) {
        this.session = session;
        this.conversations =
                session.prepare("SELECT conversation FROM conversations_by_user WHERE member = ? LIMIT " + MOST);
        this.head = session.prepare("SELECT seq, at FROM conversation_heads WHERE conversation = ?");
        this.mark = session.prepare("SELECT read FROM marks_by_conversation WHERE conversation = ? AND member = ?");
    }

    List<Progress> execute(UserId user) {
        List<ConversationId> all = new ArrayList<>();
        for (Row row : session.execute(conversations.bind(user.value()))) {
            all.add(new ConversationId(requireNonNull(row.getString("conversation"))));
        }
        List<Progress> progress = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<CompletableFuture<Progress>> asked = all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .map(conversation -> ask(user, conversation))
                    .toList();
            asked.stream().map(CompletableFuture::join).forEach(progress::add);
        }
        return progress.stream().filter(one -> one.lastSeq() > 0).toList();
    }

    private CompletableFuture<Progress> ask(UserId user, ConversationId conversation) {
        CompletionStage<AsyncResultSet> heads = session.executeAsync(head.bind(conversation.value()));
        CompletionStage<AsyncResultSet> marks = session.executeAsync(mark.bind(conversation.value(), user.value()));
        return heads.thenCombine(marks, (headRows, markRows) -> progress(conversation, headRows, markRows))
                .toCompletableFuture();
    }

    private static Progress progress(ConversationId conversation, AsyncResultSet heads, AsyncResultSet marks) {
        Row head = heads.one();
        Row mark = marks.one();
        return head == null
                ? new Progress(conversation, 0, null, 0)
                : new Progress(
                        conversation,
                        head.getLong("seq"),
                        head.getInstant("at"),
                        mark == null ? 0 : mark.getLong("read"));
    }
}
