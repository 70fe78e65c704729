package chat.natter.history.marks;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.record.MemberMarks;
import chat.natter.history.message.OrUnavailable;
import chat.natter.history.message.WritesInFlight;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;

/** Marks in Cassandra; see {@code V004__groups.cql}. */
final class CassandraMarks implements MarkStore {
    private static final int MAX_IN_FLIGHT = 64;

    private final CqlSession session;
    private final InsertMark insertDelivered;
    private final InsertMark insertRead;
    private final HideMark hide;
    private final PreparedStatement select;

    CassandraMarks(CqlSession session) {
        this.session = session;
        this.insertDelivered = new InsertMark(session, "delivered");
        this.insertRead = new InsertMark(session, "read");
        this.hide = new HideMark(session);
        this.select = session.prepare(
                "SELECT member, delivered, read, hidden FROM marks_by_conversation WHERE conversation = ?");
    }

    @Override
    public void write(List<MemberMarks> marks) {
        WritesInFlight writes = new WritesInFlight(MAX_IN_FLIGHT);
        for (MemberMarks mark : marks) {
            if (mark.getDelivered() > 0) {
                writes.start(
                        () -> insertDelivered.execute(mark.getConversation(), mark.getUser(), mark.getDelivered()));
            }
            if (mark.getRead() > 0) {
                writes.start(() -> insertRead.execute(mark.getConversation(), mark.getUser(), mark.getRead()));
            }
            if (mark.getAccountVersion() > 0) {
                writes.start(() -> hide.execute(mark));
            }
        }
        writes.await();
    }

    @Override
    public List<Mark> marks(ConversationId conversation) {
        return OrUnavailable.read(() -> read(session.execute(select.bind(conversation.value()))));
    }

    private static List<Mark> read(ResultSet rows) {
        List<Mark> marks = new ArrayList<>();
        for (Row row : rows) {
            String member = requireNonNull(row.getString("member"));
            marks.add(new Mark(member, row.getLong("delivered"), row.getLong("read"), row.getBoolean("hidden")));
        }
        return marks;
    }
}
