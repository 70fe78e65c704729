package chat.natter.history.marks;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Raises one of a member's marks: its value is the write time, so that the highest wins. */
final class InsertMark {
    private final CqlSession session;
    private final PreparedStatement statement;

    /** Writes the marks of that column. */
    InsertMark(CqlSession session, String column) {
        this.session = session;
        this.statement = session.prepare("INSERT INTO marks_by_conversation (conversation, member, " + column
                + ") VALUES (?, ?, ?) USING TIMESTAMP ?");
    }

    CompletionStage<?> execute(String conversation, String member, long mark) {
        return session.executeAsync(statement.bind(conversation, member, mark, mark));
    }
}
