package chat.natter.history.message;

import chat.natter.contract.frame.Content;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an entry says, until when that is kept, and when it was written. */
final class SelectKept {
    private final CqlSession session;
    private final PreparedStatement ofEntry;
    private final PreparedStatement ofChange;

    SelectKept(CqlSession session) {
        this.session = session;
        String selection = "SELECT content, TTL(content) AS ttl, WRITETIME(content) AS written FROM ";
        this.ofEntry = session.prepare(
                selection + "messages_by_conversation WHERE conversation = ? AND bucket = ? AND seq = ?");
        this.ofChange = session.prepare(
                selection + "changes_by_message WHERE conversation = ? AND bucket = ? AND target = ? AND seq = ?");
    }

    Optional<Kept> entry(ArchivedMessage entry) {
        return read(session.execute(ofEntry.bind(entry.conversation().value(), Buckets.of(entry.seq()), entry.seq()))
                .one());
    }

    /** Of an entry that has a target. */
    Optional<Kept> change(ArchivedMessage entry) {
        return read(session.execute(ofChange.bind(
                        entry.conversation().value(), Buckets.of(entry.target()), entry.target(), entry.seq()))
                .one());
    }

    private static Optional<Kept> read(@Nullable Row row) {
        String content = row == null ? null : row.getString("content");
        return row == null || content == null
                ? Optional.empty()
                : Optional.of(new Kept(Content.ofJson(content), row.getInt("ttl"), row.getLong("written")));
    }

    /**
     * One that is there. Who writes it again writes this content: what was read before may have been taken back since.
     *
     * @param ttl seconds that are left, 0 for ever
     * @param written microseconds
     */
    record Kept(Content content, int ttl, long written) {
        /** Whether it would have to be written again to be kept that long; some seconds do not matter. */
        boolean differsFrom(int wanted) {
            return (ttl == 0) != (wanted == 0) || Math.abs(ttl - wanted) > 5;
        }
    }
}
