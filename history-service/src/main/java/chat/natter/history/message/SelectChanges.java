package chat.natter.history.message;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads what was done to consecutive messages of one bucket. */
final class SelectChanges {
    /**
     * Far more than a page's messages usually have; beyond it, the newest reactions to the last of them are missing.
     */
    private static final int MOST = 5_000;

    private static final DeviceId NO_DEVICE = new DeviceId("00000000000000000000000000");
    private static final MessageId NO_ID = new MessageId(new UUID(0, 0));

    private final CqlSession session;
    private final PreparedStatement statement;

    SelectChanges(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT target, seq, action, sender, at, content FROM changes_by_message"
                + " WHERE conversation = ? AND bucket = ? AND target >= ? AND target <= ? LIMIT ?");
    }

    List<ArchivedMessage> execute(ConversationId conversation, long bucket, long first, long last) {
        List<ArchivedMessage> changes = new ArrayList<>();
        for (Row row : session.execute(statement.bind(conversation.value(), bucket, first, last, MOST))) {
            // What was erased after its message had been taken back leaves a row of nothing but that.
            if (!row.isNull("sender")) {
                changes.add(read(conversation, row));
            }
        }
        return changes;
    }

    private static ArchivedMessage read(ConversationId conversation, Row row) {
        return new ArchivedMessage(
                conversation,
                row.getLong("seq"),
                0,
                new UserId(text(row, "sender")),
                NO_DEVICE,
                NO_ID,
                requireNonNull(row.getInstant("at")),
                Content.ofJson(text(row, "content")),
                0,
                null,
                Action.valueOf(text(row, "action").toUpperCase(Locale.ROOT)),
                row.getLong("target"));
    }

    private static String text(Row row, String column) {
        return requireNonNull(row.getString(column), column);
    }
}
