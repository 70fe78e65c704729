package chat.natter.history.personal;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.OrUnavailable;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What users set for themselves, in Cassandra; see {@code V008__personal.cql}. */
final class CassandraPersonal implements PersonalStore {
    private final SelectPersonal selectPersonal;
    private final UpdatePersonal updatePersonal;
    private final FlagMessages stars;
    private final FlagMessages hidden;
    private final SelectStars selectStars;
    private final ForgetUser forgetUser;

    CassandraPersonal(CqlSession session) {
        this.selectPersonal = new SelectPersonal(session);
        this.updatePersonal = new UpdatePersonal(session);
        this.stars = new FlagMessages(session, "stars_by_user");
        this.hidden = new FlagMessages(session, "hidden_by_user");
        this.selectStars = new SelectStars(session);
        this.forgetUser = new ForgetUser(session);
    }

    @Override
    public Personal of(UserId user, ConversationId conversation) {
        return OrUnavailable.read(() -> {
            Row row = selectPersonal.one(user, conversation).one();
            return row == null ? Personal.NOTHING : read(row);
        });
    }

    @Override
    public Map<ConversationId, Personal> of(UserId user) {
        return OrUnavailable.read(() -> {
            Map<ConversationId, Personal> all = new HashMap<>();
            for (Row row : selectPersonal.all(user)) {
                all.put(new ConversationId(requireNonNull(row.getString("conversation"))), read(row));
            }
            return all;
        });
    }

    @Override
    public long readUpTo(UserId user, ConversationId conversation) {
        return OrUnavailable.read(() -> selectPersonal.readUpTo(user, conversation));
    }

    @Override
    public void change(UserId user, ConversationId conversation, PersonalChange change, Instant at) {
        OrUnavailable.read(() -> updatePersonal.execute(user, conversation, change, readUpTo(user, conversation), at));
    }

    @Override
    public void star(UserId user, MessageKey message, boolean on, Instant at) {
        OrUnavailable.read(() -> stars.set(user, message, on, at));
    }

    @Override
    public void hide(UserId user, MessageKey message, Instant at) {
        OrUnavailable.read(() -> hidden.set(user, message, true, at));
    }

    @Override
    public Set<Long> starred(UserId user, ConversationId conversation, long first, long last) {
        return OrUnavailable.read(() -> seqs(stars.between(user, conversation, first, last)));
    }

    @Override
    public Set<Long> hidden(UserId user, ConversationId conversation, long first, long last) {
        return OrUnavailable.read(() -> seqs(hidden.between(user, conversation, first, last)));
    }

    @Override
    public List<MessageKey> stars(UserId user, Optional<MessageKey> after, int limit) {
        return OrUnavailable.read(() -> {
            List<MessageKey> found = new ArrayList<>();
            if (after.isPresent()) {
                selectStars.inConversationBehind(user, after.get(), limit).forEach(row -> found.add(key(row)));
                selectStars
                        .behind(user, after.get().conversation().value(), limit - found.size())
                        .forEach(row -> found.add(key(row)));
            } else {
                selectStars.behind(user, "", limit).forEach(row -> found.add(key(row)));
            }
            return found;
        });
    }

    @Override
    public void forget(UserId user, List<ConversationId> conversations, Instant at) {
        OrUnavailable.read(() -> {
            conversations.forEach(conversation -> forgetUser.hidden(user, conversation, at));
            return forgetUser.everythingElse(user, at);
        });
    }

    private static MessageKey key(Row row) {
        return new MessageKey(new ConversationId(requireNonNull(row.getString("conversation"))), row.getLong("seq"));
    }

    private static Personal read(Row row) {
        return new Personal(
                row.getInstant("muted_until"),
                row.getBoolean("archived"),
                row.getBoolean("pinned"),
                row.isNull("unread_from") ? null : row.getLong("unread_from"));
    }

    private static Set<Long> seqs(ResultSet rows) {
        Set<Long> seqs = new HashSet<>();
        rows.forEach(row -> seqs.add(row.getLong("seq")));
        return seqs;
    }
}
