package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a group is called and what its members may do. */
final class SelectGroup {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectGroup(CqlSession session) {
        this.session = session;
        this.statement = session.prepare(
                "SELECT title, description, avatar, who_sends, who_adds, who_edits,"
                        + " open_history, approval, expire_after, is_public, invite_hash, invite_expires_at FROM groups WHERE conversation = ?");
    }

    Optional<GroupProfileView> execute(ConversationId conversation) {
        Row row = session.execute(statement.bind(conversation.value())).one();
        return Optional.ofNullable(row).map(SelectGroup::read);
    }

    private static GroupProfileView read(Row row) {
        return new GroupProfileView(
                text(row, "title"),
                orNull(row, "description"),
                orNull(row, "avatar"),
                text(row, "who_sends"),
                text(row, "who_adds"),
                text(row, "who_edits"),
                row.getBoolean("open_history"),
                row.getBoolean("approval"),
                row.getInt("expire_after"),
                row.getBoolean("is_public"),
                invite(row));
    }

    private static @Nullable Invite invite(Row row) {
        String hash = row.getString("invite_hash");
        return hash == null ? null : new Invite(hash, row.getInstant("invite_expires_at"));
    }

    private static String text(Row row, String column) {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(Row row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? null : text;
    }
}
