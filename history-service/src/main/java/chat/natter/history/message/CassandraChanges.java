package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.Action;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Changes in Cassandra; see {@code V004__groups.cql}. */
final class CassandraChanges implements ChangeStore {
    private final InsertChange insertChange;
    private final BlankContent blankContent;
    private final DeleteEdits deleteEdits;
    private final EraseChange eraseChange;
    private final SelectKept selectKept;
    private final SelectChanges selectChanges;
    private final int maxInFlight;
    private final Lifetimes lifetimes;
    private final Clock clock;

    CassandraChanges(CqlSession session, int maxInFlight, Lifetimes lifetimes, Clock clock) {
        this.insertChange = new InsertChange(session);
        this.deleteEdits = new DeleteEdits(session);
        this.eraseChange = new EraseChange(session);
        this.blankContent = new BlankContent(session);
        this.selectKept = new SelectKept(session);
        this.selectChanges = new SelectChanges(session);
        this.maxInFlight = maxInFlight;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public void write(List<ArchivedMessage> entries) {
        Instant now = clock.instant();
        WritesInFlight writes = new WritesInFlight(maxInFlight);
        for (ArchivedMessage entry : entries) {
            if (entry.target() != 0 && !lifetimes.isOver(entry, now)) {
                int ttl = TimeToLive.seconds(lifetimes, entry, now);
                writes.start(() -> insertChange.execute(entry, ttl));
            }
        }
        writes.await();
        blankRetracted(entries);
    }

    /** Of a conversation that is held everything stays; it is folded away for those who read it. */
    private void blankRetracted(List<ArchivedMessage> entries) {
        try {
            entries.stream()
                    .filter(entry -> entry.action() == Action.RETRACT && !lifetimes.isHeld(entry.conversation()))
                    .forEach(this::blank);
        } catch (DriverException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void renew(List<ArchivedMessage> entries) {
        Instant now = clock.instant();
        WritesInFlight writes = new WritesInFlight(maxInFlight);
        for (ArchivedMessage entry : entries) {
            if (entry.target() != 0) {
                int ttl = TimeToLive.seconds(lifetimes, entry, now);
                OrUnavailable.read(() -> selectKept.change(entry))
                        .filter(kept -> kept.differsFrom(ttl))
                        .ifPresent(kept -> writes.start(() ->
                                insertChange.execute(entry.withContent(kept.content()), kept.written() + 1, ttl)));
            }
        }
        writes.await();
        blankRetracted(entries);
    }

    @Override
    public void erase(List<ArchivedMessage> entries, Instant erasedAt) {
        Instant now = clock.instant();
        WritesInFlight writes = new WritesInFlight(maxInFlight);
        for (ArchivedMessage entry : entries) {
            if (entry.target() != 0 && !lifetimes.isOver(entry, now)) {
                int ttl = TimeToLive.seconds(lifetimes, entry, now);
                writes.start(() -> eraseChange.execute(entry, erasedAt, ttl));
            }
        }
        writes.await();
    }

    /** The message that was taken back, and what it was edited to. */
    private void blank(ArchivedMessage retraction) {
        ConversationId conversation = retraction.conversation();
        long target = retraction.target();
        blankContent.execute(conversation, target, retraction.at());
        for (ArchivedMessage change : changes(conversation, target, target)) {
            if (change.action() == Action.EDIT) {
                blankContent.execute(conversation, change.seq(), retraction.at());
            }
        }
        deleteEdits.execute(retraction);
    }

    @Override
    public List<ArchivedMessage> changes(ConversationId conversation, long first, long last) {
        List<ArchivedMessage> changes = new ArrayList<>();
        for (long bucket = Buckets.of(first); bucket <= Buckets.of(last); bucket++) {
            long in = bucket;
            changes.addAll(OrUnavailable.read(() -> selectChanges.execute(conversation, in, first, last)));
        }
        return changes;
    }
}
