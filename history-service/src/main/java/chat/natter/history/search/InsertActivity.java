package chat.natter.history.search;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Tells how far a conversation of a user has come; the latest wins. */
final class InsertActivity {
    private final CqlSession session;
    private final PreparedStatement statement;

    InsertActivity(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("INSERT INTO search_activity (user, conversation, seq, at)"
                + " VALUES (:user, :conversation, :seq, :at) USING TIMESTAMP :written");
    }

    CompletionStage<?> execute(Activity activity) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("user", activity.user().value())
                .setString("conversation", activity.conversation().value())
                .setLong("seq", activity.seq())
                .setInstant("at", activity.at())
                .setLong("written", TimeUnit.MILLISECONDS.toMicros(activity.at().toEpochMilli()))
                .build());
    }
}
