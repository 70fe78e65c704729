package chat.natter.auth.verification;

import chat.natter.auth.database.Database;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Proofs that are good: found as often as one likes, claimed once. */
@Singleton
public class Proofs {
    /** What a client is told of a proof that is not good; why is nobody's business. */
    public static final String WRONG = "proof: is unknown, expired or used before; ask for a new code";

    private final Database database;
    private final VerificationStore store;
    private final Clock clock;

    Proofs(Database database, VerificationStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    public Optional<Proof> find(ProofToken token) {
        Instant now = clock.instant();
        return database.query(connection -> store.find(connection, token, now));
    }

    /** Uses the proof up; of two who try at once, one is too late. */
    public Optional<Proof> claim(ProofToken token) {
        Instant now = clock.instant();
        return database.transaction(connection -> {
            Optional<Proof> found = store.find(connection, token, now);
            return found.isPresent() && store.claim(connection, token, now) ? found : Optional.empty();
        });
    }

    /** Gives a claimed proof back, because what it was claimed for did not come to pass. */
    public void release(ProofToken token) {
        database.transaction(connection -> {
            store.release(connection, token);
            return token;
        });
    }

    /** Remembers which account a proof has made, so that the request may be repeated. */
    public void madeAccount(Connection connection, ProofToken token, UserId account) throws SQLException {
        store.madeAccount(connection, token, account);
    }
}
