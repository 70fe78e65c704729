package chat.natter.history.mention;

import chat.natter.history.message.ArchivedMessage;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Keeps that a message mentions somebody, with the message's own time as write time. */
final class InsertMention {
    private final CqlSession session;
    private final PreparedStatement statement;

    InsertMention(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("INSERT INTO mentions_by_user (member, conversation, seq)"
                + " VALUES (:member, :conversation, :seq) USING TIMESTAMP :written AND TTL :ttl");
    }

    CompletionStage<?> execute(String member, ArchivedMessage message, int ttlSeconds) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("member", member)
                .setString("conversation", message.conversation().value())
                .setLong("seq", message.seq())
                .setLong("written", TimeUnit.MILLISECONDS.toMicros(message.at().toEpochMilli()))
                .setInt("ttl", ttlSeconds)
                .build());
    }
}
