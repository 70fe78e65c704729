package chat.natter.auth.publish;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Unavailable;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends an account's present version if Kafka has not acknowledged it yet. The row stays locked until then: two who
 * publish one account at once could otherwise write its versions the wrong way round, and compaction would keep the
 * older one.
 */
@Singleton
public class PublishAccount {
    private final Database database;
    private final SnapshotStore store;
    private final AccountsTopic topic;
    private final PublishConfig config;
    private final Semaphore permits;

    PublishAccount(Database database, SnapshotStore store, AccountsTopic topic, PublishConfig config) {
        this.database = database;
        this.store = store;
        this.topic = topic;
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
                    topic.send(snapshot.get().account());
                    store.markPublished(
                            connection, user, snapshot.get().account().getVersion());
                }
                return snapshot;
            });
        } finally {
            permits.release();
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
