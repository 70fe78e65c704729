package chat.natter.auth.publish;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Unavailable;
import chat.natter.contract.Topic;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends an account's present version if Kafka has not acknowledged it yet. The row stays locked until then: two who
 * publish one account at once could otherwise write its versions the wrong way round, and compaction would keep the
 * older one.
 */
@Singleton
public class PublishAccount {
    private static final Logger LOG = Logger.getLogger(PublishAccount.class);

    private final Database database;
    private final SnapshotStore store;
    private final WriteRecord writeRecord;
    private final PublishConfig config;
    private final Semaphore permits;

    PublishAccount(Database database, SnapshotStore store, WriteRecord writeRecord, PublishConfig config) {
        this.database = database;
        this.store = store;
        this.writeRecord = writeRecord;
        this.config = config;
        this.permits = new Semaphore(config.parallel());
    }

    /** Returns once Kafka has the version, or one that is newer; throws {@link Unavailable} if it does not take it. */
    public void publish(UserId user) {
        enter();
        try {
            database.transaction(connection -> {
                var snapshot = store.lock(connection, user).filter(Snapshot::isBehind);
                if (snapshot.isPresent()) {
                    writeRecord.write(Topic.ACCOUNTS, user, snapshot.get().account());
                    store.markPublished(
                            connection, user, snapshot.get().account().getVersion());
                }
                return snapshot;
            });
        } finally {
            permits.release();
        }
    }

    /**
     * The same for a change that stands whatever comes: what Kafka does not take now is published by
     * {@link RelayAccounts} later.
     */
    public void publishSoon(UserId user) {
        try {
            publish(user);
        } catch (Unavailable e) {
            LOG.warnf("account is published later userId=%s cause=\"%s\"", user, e.getMessage());
        }
    }

    private void enter() {
        boolean entered = false;
        try {
            entered = permits.tryAcquire(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw new Unavailable("Too many accounts wait for the message log. Try again.");
        }
    }
}
