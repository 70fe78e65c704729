package chat.natter.history.search;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.OrUnavailable;
import chat.natter.history.message.TimeToLive;
import chat.natter.history.message.WritesInFlight;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Postings in Cassandra; see {@code V005__search.cql} for why the table is as it is. */
final class CassandraIndex implements SearchIndex {
    /** Rows per mutation: some 5 KB, far below what Cassandra warns about. */
    private static final int BATCH = 100;
    /** Postings per lookup; a word that is more frequent is read on where the answer ended. */
    private static final int LIMIT = 500;

    private final CqlSession session;
    private final InsertPosting insertPosting;
    private final DeletePosting deletePosting;
    private final SelectPostings selectPostings;
    private final SelectBeginning selectBeginning;
    private final InsertChange insertChange;
    private final SelectChanges selectChanges;
    private final int maxInFlight;
    private final Clock clock;

    CassandraIndex(CqlSession session, int maxInFlight, Clock clock) {
        this.session = session;
        this.insertPosting = new InsertPosting(session);
        this.deletePosting = new DeletePosting(session);
        this.selectPostings = new SelectPostings(session);
        this.selectBeginning = new SelectBeginning(session);
        this.insertChange = new InsertChange(session);
        this.selectChanges = new SelectChanges(session);
        this.maxInFlight = maxInFlight;
        this.clock = clock;
    }

    @Override
    public void write(List<IndexEntry> entries) {
        Instant now = clock.instant();
        Mutations mutations = new Mutations();
        for (IndexEntry entry : entries) {
            Instant expiresAt = entry.expiresAt();
            if (expiresAt == null || expiresAt.isAfter(now)) {
                int ttl = TimeToLive.seconds(expiresAt, now);
                mutations.add(entry, insertPosting.of(entry, ttl));
            }
        }
        mutations.execute();
    }

    @Override
    public void remove(List<IndexEntry> entries) {
        Mutations mutations = new Mutations();
        for (IndexEntry entry : entries) {
            mutations.add(
                    entry,
                    entry.tokens().stream()
                            .map(token -> deletePosting.of(entry, token))
                            .toList());
        }
        mutations.execute();
    }

    @Override
    public void change(List<Change> changes) {
        WritesInFlight writes = new WritesInFlight(maxInFlight);
        changes.forEach(change -> writes.start(() -> insertChange.execute(change)));
        writes.await();
    }

    @Override
    public List<Change> changes(Collection<MessageKey> messages) {
        Map<Partition, List<Long>> targets = new LinkedHashMap<>();
        for (MessageKey key : messages) {
            targets.computeIfAbsent(
                            new Partition(key.conversation(), IndexBuckets.of(key.seq())),
                            partition -> new ArrayList<>())
                    .add(key.seq());
        }
        List<CompletableFuture<List<Change>>> answers = new ArrayList<>();
        targets.forEach((partition, seqs) -> answers.add(selectChanges
                .execute(partition.conversation(), partition.bucket(), seqs)
                .thenCompose(rows -> collect(rows, partition.conversation(), new ArrayList<>()))
                .toCompletableFuture()));
        return join(answers).stream().flatMap(List::stream).toList();
    }

    private static CompletionStage<List<Change>> collect(
            AsyncResultSet rows, ConversationId conversation, List<Change> found) {
        for (Row row : rows.currentPage()) {
            found.add(new Change(conversation, row.getLong("target"), row.getLong("seq"), row.getBoolean("retracted")));
        }
        return rows.hasMorePages()
                ? rows.fetchNextPage().thenCompose(next -> collect(next, conversation, found))
                : CompletableFuture.completedFuture(found);
    }

    @Override
    public List<Postings> read(List<Lookup> lookups) {
        return join(lookups.stream().map(this::read).toList());
    }

    private static <T> List<T> join(List<CompletableFuture<T>> answers) {
        return OrUnavailable.read(
                () -> answers.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Postings> read(Lookup lookup) {
        if (lookup instanceof Lookup.Beginning beginning) {
            Set<Posting> found = new TreeSet<>(Posting.NEWEST_FIRST);
            return selectBeginning
                    .execute(beginning)
                    .thenCompose(rows -> collect(rows, beginning, found))
                    .toCompletableFuture();
        }
        return read((Lookup.Tokens) lookup).toCompletableFuture();
    }

    /** One query for all tokens; only if that is cut off, in the middle of whatever token, one for each. */
    private CompletionStage<Postings> read(Lookup.Tokens lookup) {
        return selectPostings.execute(lookup, lookup.tokens(), LIMIT).thenCompose(rows -> {
            List<Posting> found = postings(rows);
            if (found.size() < LIMIT || lookup.tokens().size() == 1) {
                return CompletableFuture.completedFuture(merge(List.of(found)));
            }
            return readEach(lookup);
        });
    }

    private CompletionStage<Postings> readEach(Lookup.Tokens lookup) {
        List<CompletableFuture<List<Posting>>> answers = lookup.tokens().stream()
                .map(token -> selectPostings
                        .execute(lookup, Set.of(token), LIMIT)
                        .thenApply(CassandraIndex::postings)
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        merge(answers.stream().map(CompletableFuture::join).toList()));
    }

    private static Postings merge(List<List<Posting>> byToken) {
        Set<Posting> all = new TreeSet<>(Posting.NEWEST_FIRST);
        Optional<Posting> completeTo = Optional.empty();
        for (List<Posting> found : byToken) {
            all.addAll(found);
            if (found.size() == LIMIT) {
                Posting last = found.get(LIMIT - 1);
                completeTo = Optional.of(
                        completeTo.filter(other -> other.isNewerThan(last)).orElse(last));
            }
        }
        return new Postings(new ArrayList<>(all), completeTo);
    }

    private static CompletionStage<Postings> collect(AsyncResultSet rows, Lookup.Beginning lookup, Set<Posting> found) {
        for (Posting posting : postings(rows)) {
            if (!posting.at().isBefore(lookup.oldest()) && !posting.isNewerThan(lookup.newest())) {
                found.add(posting);
            }
        }
        return rows.hasMorePages()
                ? rows.fetchNextPage().thenCompose(next -> collect(next, lookup, found))
                : CompletableFuture.completedFuture(new Postings(new ArrayList<>(found), Optional.empty()));
    }

    private static List<Posting> postings(AsyncResultSet rows) {
        List<Posting> found = new ArrayList<>(rows.remaining());
        for (Row row : rows.currentPage()) {
            found.add(new Posting(requireNonNull(row.getInstant("at")), row.getLong("seq")));
        }
        return found;
    }

    /** Collects rows by partition: those of one go together, which costs the server one write. */
    private final class Mutations {
        private final Map<Partition, List<BatchableStatement<?>>> rows = new LinkedHashMap<>();

        void add(IndexEntry entry, List<BoundStatement> ofEntry) {
            rows.computeIfAbsent(new Partition(entry.conversation(), entry.bucket()), partition -> new ArrayList<>())
                    .addAll(ofEntry);
        }

        void execute() {
            WritesInFlight writes = new WritesInFlight(maxInFlight);
            for (List<BatchableStatement<?>> partition : rows.values()) {
                for (int i = 0; i < partition.size(); i += BATCH) {
                    Collection<BatchableStatement<?>> some =
                            partition.subList(i, Math.min(partition.size(), i + BATCH));
                    writes.start(() -> session.executeAsync(BatchStatement.newInstance(DefaultBatchType.UNLOGGED)
                            .addAll(some)));
                }
            }
            writes.await();
        }
    }

    private record Partition(ConversationId conversation, long bucket) {}
}
