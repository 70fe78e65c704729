package chat.natter.auth.link;

import chat.natter.auth.database.Database;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Lets somebody who is signed in see what wants in, and let it in. */
@Singleton
class ApproveLink {
    private final Database database;
    private final LinkStore store;
    private final Clock clock;

    ApproveLink(Database database, LinkStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /** Empty if it is unknown, too old or approved already. */
    Optional<Link> find(String id) {
        return database.transaction(
                connection -> store.lock(connection, id).filter(link -> link.isOpen(clock.instant())));
    }

    /** Whether it was there to be approved. */
    boolean approve(String id, UserId user) {
        return database.transaction(connection -> {
            Optional<Link> open = store.lock(connection, id).filter(link -> link.isOpen(clock.instant()));
            if (open.isPresent()) {
                store.approve(connection, id, user);
            }
            return open.isPresent();
        });
    }
}
