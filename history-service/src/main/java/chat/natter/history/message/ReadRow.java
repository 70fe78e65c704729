package chat.natter.history.message;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a row of {@code messages_by_conversation} into a message. */
final class ReadRow {
    static final String COLUMNS =
            "seq, epoch, sender, device, message_id, at, content, reply_to, expires_at, action, target, forwarded, mentions";
    /** Rows per answer of the server: with content of 64 KiB each, 2 MiB. */
    static final int FETCH_SIZE = 32;

    private ReadRow() {}

    /** The end of a row that was changed in its last second: some of its cells expire a moment later than others. */
    static boolean isLeftOver(Row row) {
        return row.isNull("sender") || row.isNull("content");
    }

    static ArchivedMessage read(ConversationId conversation, Row row) {
        return new ArchivedMessage(
                conversation,
                row.getLong("seq"),
                row.getLong("epoch"),
                new UserId(text(row, "sender")),
                new DeviceId(text(row, "device")),
                new MessageId(requireNonNull(row.getUuid("message_id"))),
                requireNonNull(row.getInstant("at")),
                Content.ofJson(text(row, "content")),
                row.getLong("reply_to"),
                row.getInstant("expires_at"),
                action(row.getString("action")),
                row.getLong("target"),
                row.getInt("forwarded"),
                MentionColumn.read(row.getList("mentions", String.class)));
    }

    private static Action action(@Nullable String word) {
        return word == null ? Action.MESSAGE : Action.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String text(Row row, String column) {
        return requireNonNull(row.getString(column), column);
    }
}
