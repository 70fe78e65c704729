package chat.natter.history.group;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads what became of one member, or of all of a group. */
final class SelectMemberChanges {
    private static final String ALL = "SELECT member, seq, role FROM group_member_changes WHERE conversation = ?";

    private final CqlSession session;
    private final PreparedStatement ofGroup;
    private final PreparedStatement ofMember;

    SelectMemberChanges(CqlSession session) {
        this.session = session;
        this.ofGroup = session.prepare(ALL);
        this.ofMember = session.prepare(ALL + " AND member = ?");
    }

    List<MemberChange> of(ConversationId conversation) {
        return read(session.execute(ofGroup.bind(conversation.value())));
    }

    List<MemberChange> of(ConversationId conversation, UserId user) {
        return read(session.execute(ofMember.bind(conversation.value(), user.value())));
    }

    private static List<MemberChange> read(ResultSet rows) {
        List<MemberChange> changes = new ArrayList<>();
        for (Row row : rows) {
            changes.add(new MemberChange(
                    requireNonNull(row.getString("member")), row.getLong("seq"), row.getString("role")));
        }
        changes.sort(Comparator.comparingLong(MemberChange::seq));
        return changes;
    }
}
