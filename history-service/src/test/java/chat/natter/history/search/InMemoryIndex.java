package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.MessageKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The ports' sibling for tests. Passes the same contract test as the ones in Cassandra. */
final class InMemoryIndex implements SearchIndex, Conversations {
    /** Small, so that tests meet answers that were cut off. */
    private final int limit;

    private final Map<Row, Instant> written = new HashMap<>();
    private final Map<Row, Instant> removed = new HashMap<>();
    private final Set<Change> changes = new HashSet<>();
    private final Map<Activity.Key, Activity> activities = new HashMap<>();
    private int lookups;

    private record Row(ConversationId conversation, long bucket, String token, Posting posting) {}

    InMemoryIndex() {
        this(500);
    }

    InMemoryIndex(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(List<IndexEntry> entries) {
        entries.forEach(entry -> put(entry, written));
    }

    @Override
    public void remove(List<IndexEntry> entries) {
        entries.forEach(entry -> put(entry, removed));
    }

    private static void put(IndexEntry entry, Map<Row, Instant> rows) {
        for (String token : entry.tokens()) {
            Row row = new Row(entry.conversation(), entry.bucket(), token, new Posting(entry.at(), entry.seq()));
            rows.merge(row, entry.written(), (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    @Override
    public void change(List<Change> made) {
        changes.addAll(made);
    }

    @Override
    public List<Change> changes(Collection<MessageKey> messages) {
        return changes.stream()
                .filter(change -> messages.contains(change.changed()))
                .toList();
    }

    @Override
    public List<Postings> read(List<Lookup> questions) {
        lookups += questions.size();
        return questions.stream().map(this::read).toList();
    }

    /** What a thief of the disk would read. */
    List<String> tokens() {
        return written.keySet().stream()
                .filter(row -> !removed.containsKey(row) || removed.get(row).isBefore(written.get(row)))
                .map(Row::token)
                .toList();
    }

    int lookups() {
        return lookups;
    }

    private Postings read(Lookup lookup) {
        TreeSet<Posting> found = new TreeSet<>(Posting.NEWEST_FIRST);
        written.forEach((row, at) -> {
            boolean there = !removed.containsKey(row) || removed.get(row).isBefore(at);
            if (there && concerns(lookup, row)) {
                found.add(row.posting());
            }
        });
        List<Posting> all = new ArrayList<>(found);
        if (all.size() < limit || lookup instanceof Lookup.Beginning) {
            return new Postings(all, Optional.empty());
        }
        return new Postings(all.subList(0, limit), Optional.of(all.get(limit - 1)));
    }

    private static boolean concerns(Lookup lookup, Row row) {
        boolean token = lookup instanceof Lookup.Tokens tokens
                ? tokens.tokens().contains(row.token())
                : row.token().startsWith(((Lookup.Beginning) lookup).start());
        return token
                && lookup.conversation().equals(row.conversation())
                && lookup.bucket() == row.bucket()
                && !row.posting().isNewerThan(lookup.newest())
                && !row.posting().at().isBefore(lookup.oldest());
    }

    @Override
    public void tell(List<Activity> told) {
        told.forEach(activity -> activities.merge(
                activity.key(), activity, (one, other) -> one.at().isAfter(other.at()) ? one : other));
    }

    @Override
    public void forget(UserId user, Instant at) {
        activities.keySet().removeIf(key -> key.user().equals(user));
    }

    @Override
    public List<Activity> of(UserId user) {
        return activities.values().stream()
                .filter(activity -> activity.user().equals(user))
                .toList();
    }
}
