package chat.natter.history.marks;

import chat.natter.contract.record.MemberMarks;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Says for whom a member's read mark is: the account's version is the write time, so that what it said last holds. */
final class HideMark {
    private final CqlSession session;
    private final PreparedStatement statement;

    HideMark(CqlSession session) {
        this.session = session;
        this.statement = session.prepare(
                "INSERT INTO marks_by_conversation (conversation, member, hidden) VALUES (?, ?, ?) USING TIMESTAMP ?");
    }

    CompletionStage<?> execute(MemberMarks mark) {
        return session.executeAsync(statement.bind(
                mark.getConversation(), mark.getUser(), mark.getHideReadMark(), mark.getAccountVersion()));
    }
}
