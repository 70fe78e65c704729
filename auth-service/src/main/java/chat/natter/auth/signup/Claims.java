package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.auth.database.Database;
import chat.natter.auth.id.NewIds;
import chat.natter.auth.problem.Unavailable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at a time works on an account that is being made. A claim ends by itself, so that a crash holds nothing
 * for long, and an attempt whose claim has ended can no longer change the row.
 */
@Singleton
class Claims {
    private final Database database;
    private final SignUpStore store;
    private final SignUpConfig config;
    private final NewIds ids;
    private final Clock clock;

    Claims(Database database, SignUpStore store, SignUpConfig config, NewIds ids, Clock clock) {
        this.database = database;
        this.store = store;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** Empty if the name is taken: the unique key of MySQL decides between two who want it at once. */
    Optional<Claim> insert(Username username, String displayName) {
        Instant now = clock.instant();
        Claim claim = new Claim(ids.user(), now.plus(config.claim()));
        return database.query(connection -> store.insert(connection, claim, username, displayName, now))
                ? Optional.of(claim)
                : Optional.empty();
    }

    Optional<SignUpRow> find(Username username) {
        return database.query(connection -> store.find(connection, username));
    }

    List<SignUpRow> findAbandoned() {
        Instant now = clock.instant();
        return database.query(connection -> store.findAbandoned(connection, now, now.minus(config.retryWindow())));
    }

    /** The right to go on with a row that is there already; empty if another was faster. */
    Optional<Claim> take(SignUpRow row) {
        Instant old = row.claimedUntil();
        if (old == null) {
            return Optional.empty();
        }
        Claim next = new Claim(row.user(), clock.instant().plus(config.claim()));
        Claim previous = new Claim(row.user(), old);
        return database.query(connection -> store.moveClaim(connection, previous, next.until()))
                ? Optional.of(next)
                : Optional.empty();
    }

    /** Ends the claim early, so that the next attempt need not wait. */
    void release(Claim claim) {
        Instant now = clock.instant();
        database.query(connection -> store.moveClaim(connection, claim, now));
    }

    void recordIdentity(Claim claim, String identityId) {
        require(database.query(connection -> store.recordIdentity(connection, claim, identityId)));
    }

    void activate(Claim claim, String identityId) {
        Instant now = clock.instant();
        require(database.transaction(connection -> store.activate(connection, claim, identityId, now)));
    }

    /** The client is being told that it has the account, or has not asked for so long that it need not be. */
    void finish(Claim claim) {
        require(database.query(connection -> store.moveClaim(connection, claim, null)));
    }

    /** Gives the name free. */
    boolean delete(Claim claim) {
        return database.query(connection -> store.deletePending(connection, claim));
    }

    static void require(boolean stillClaimed) {
        if (!stillClaimed) {
            throw new Unavailable("The sign-up took too long and was given up. Try again.");
        }
    }
}
