package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.MessageKey;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Sets, takes away and reads what is either there for a message or not. */
final class FlagMessages {
    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement select;

    FlagMessages(CqlSession session, String table) {
        this.session = session;
        this.insert = session.prepare("INSERT INTO " + table
                + " (member, conversation, seq) VALUES (:member, :conversation, :seq) USING TIMESTAMP :written");
        this.delete = session.prepare("DELETE FROM " + table + " USING TIMESTAMP :written"
                + " WHERE member = :member AND conversation = :conversation AND seq = :seq");
        this.select = session.prepare(
                "SELECT seq FROM " + table + " WHERE member = ? AND conversation = ? AND seq >= ? AND seq <= ?");
    }

    ResultSet set(UserId user, MessageKey message, boolean on, Instant at) {
        return session.execute((on ? insert : delete)
                .boundStatementBuilder()
                .setString("member", user.value())
                .setString("conversation", message.conversation().value())
                .setLong("seq", message.seq())
                .setLong("written", TimeUnit.MILLISECONDS.toMicros(at.toEpochMilli()))
                .build());
    }

    ResultSet between(UserId user, ConversationId conversation, long first, long last) {
        return session.execute(select.bind(user.value(), conversation.value(), first, last));
    }
}
