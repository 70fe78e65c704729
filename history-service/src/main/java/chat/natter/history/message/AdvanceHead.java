package chat.natter.history.message;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Moves a conversation's head forward, never back: the write time grows with (epoch, seq), so the highest wins. */
final class AdvanceHead {
    private final CqlSession session;
    private final PreparedStatement statement;

    AdvanceHead(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("INSERT INTO conversation_heads (conversation, epoch, seq, at)"
                + " VALUES (:conversation, :epoch, :seq, :at) USING TIMESTAMP :written");
    }

    CompletionStage<?> execute(Head head) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("conversation", head.conversation().value())
                .setLong("epoch", head.epoch())
                .setLong("seq", head.seq())
                .setInstant("at", head.at())
                .setLong("written", head.rank())
                .build());
    }
}
