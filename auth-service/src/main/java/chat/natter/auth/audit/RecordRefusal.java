package chat.natter.auth.audit;

import chat.natter.auth.database.Database;
import chat.natter.auth.id.NewIds;
import chat.natter.auth.limit.CurrentAddress;
import chat.natter.auth.problem.Unavailable;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes a refused sign-in behind the answer's back: for an unknown name there is nothing to write, and the time of the
 * answer must not tell. What waits is bounded; in a flood of wrong passwords some go unrecorded.
 */
@Singleton
public class RecordRefusal {
    private static final Logger LOG = Logger.getLogger(RecordRefusal.class);
    private static final int QUEUE = 1_000;

    private final Database database;
    private final AuditStore store;
    private final NewIds ids;
    private final CurrentAddress currentAddress;
    private final Clock clock;
    private final ExecutorService writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            task -> new Thread(task, "record-refusals"),
            new ThreadPoolExecutor.DiscardPolicy());

    RecordRefusal(Database database, AuditStore store, NewIds ids, CurrentAddress currentAddress, Clock clock) {
        this.database = database;
        this.store = store;
        this.ids = ids;
        this.currentAddress = currentAddress;
        this.clock = clock;
    }

    public void soon(UserId user) {
        AuditEntry entry = new AuditEntry(
                ids.event(),
                user.value(),
                SecurityEvent.SIGN_IN_REFUSED.code(),
                null,
                null,
                currentAddress.find().orElse(null),
                clock.instant());
        writer.execute(() -> write(entry));
    }

    @PreDestroy
    void close() {
        writer.shutdown();
    }

    private void write(AuditEntry entry) {
        try {
            database.transaction(connection -> {
                store.insert(connection, entry);
                return entry;
            });
        } catch (Unavailable e) {
            LOG.warnf("refused sign-in is not recorded userId=%s cause=\"%s\"", entry.user(), e.getMessage());
        }
    }
}
