package chat.natter.auth.identity;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Unavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Removes users from Keycloak that nobody needs any more, and tries again while it is away. */
@Singleton
class RemoveIdentities {
    private static final Logger LOG = Logger.getLogger(RemoveIdentities.class);
    private static final int BATCH = 100;

    private final Database database;
    private final IdentitiesToRemove toRemove;
    private final Identities identities;

    RemoveIdentities(Database database, IdentitiesToRemove toRemove, Identities identities) {
        this.database = database;
        this.toRemove = toRemove;
        this.identities = identities;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remove() {
        try {
            List<String> useless = database.query(connection -> toRemove.find(connection, BATCH));
            for (String identityId : useless) {
                identities.remove(identityId);
                database.transaction(connection -> {
                    toRemove.removed(connection, identityId);
                    return identityId;
                });
            }
        } catch (Unavailable e) {
            LOG.warnf("users stay in Keycloak for now cause=\"%s\"", e.getMessage());
        }
    }
}
