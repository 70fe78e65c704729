package chat.natter.auth.publish;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Unavailable;
import chat.natter.contract.UserId;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Publishes what a crash or an outage has left behind: at start and every few seconds, until nothing is behind. */
@Singleton
class RelayAccounts {
    private static final Logger LOG = Logger.getLogger(RelayAccounts.class);
    private static final int BATCH = 200;

    private final Database database;
    private final SnapshotStore store;
    private final PublishAccount publishAccount;

    RelayAccounts(Database database, SnapshotStore store, PublishAccount publishAccount) {
        this.database = database;
        this.store = store;
        this.publishAccount = publishAccount;
    }

    @Scheduled(every = "${natter.auth.publish.relay-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void relay() {
        try {
            List<UserId> behind;
            do {
                behind = database.query(connection -> store.findBehind(connection, BATCH));
                behind.forEach(publishAccount::publish);
            } while (behind.size() == BATCH);
        } catch (Unavailable e) {
            LOG.warnf("accounts stay unpublished for now cause=\"%s\"", e.getMessage());
        }
    }
}
