package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Writes what became of a member; without a role the membership ended. */
final class InsertMemberChange {
    private final CqlSession session;
    private final PreparedStatement statement;

    InsertMemberChange(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("INSERT INTO group_member_changes (conversation, member, seq, role)"
                + " VALUES (:conversation, :member, :seq, :role) USING TIMESTAMP :written");
    }

    CompletionStage<?> execute(ConversationId conversation, MemberChange change) {
        BoundStatementBuilder bound = statement
                .boundStatementBuilder()
                .setString("conversation", conversation.value())
                .setString("member", change.user())
                .setLong("seq", change.seq())
                .setLong("written", change.seq());
        String role = change.role();
        if (role != null) {
            bound = bound.setString("role", role);
        }
        return session.executeAsync(bound.build());
    }
}
