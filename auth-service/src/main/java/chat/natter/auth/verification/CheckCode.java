package chat.natter.auth.verification;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Exchanges a code for a proof, once. Every try counts, whoever makes it. */
@Singleton
class CheckCode {
    private static final String GONE = "The code has expired, was used or was tried too often. Ask for a new one.";

    private final Database database;
    private final VerificationStore store;
    private final MacCode macCode;
    private final VerificationConfig config;
    private final Clock clock;

    CheckCode(Database database, VerificationStore store, MacCode macCode, VerificationConfig config, Clock clock) {
        this.database = database;
        this.store = store;
        this.macCode = macCode;
        this.config = config;
        this.clock = clock;
    }

    Outcome<ProofToken> check(String verificationId, String code) {
        return database.transaction(connection -> check(connection, verificationId, code));
    }

    private Outcome<ProofToken> check(Connection connection, String id, String code) throws SQLException {
        String tried = macCode.of(id, code);
        Optional<Challenge> challenge = store.lock(connection, id);
        if (challenge.isEmpty()) {
            return Outcome.refused(Problem.GONE, GONE);
        }
        Instant now = clock.instant();
        Challenge.Verdict verdict = challenge.get().judge(tried, config.attempts(), now);
        return switch (verdict) {
            case GONE -> Outcome.refused(Problem.GONE, GONE);
            case WRONG -> {
                store.countAttempt(connection, id);
                int left = config.attempts() - challenge.get().attempts() - 1;
                yield Outcome.refused(
                        Problem.WRONG_CODE, "The code is wrong. It may be tried %d more times.".formatted(left));
            }
            case RIGHT -> {
                ProofToken proof = macCode.nextProof();
                store.prove(connection, id, proof, now.plus(config.proofLifetime()));
                yield Outcome.done(proof);
            }
        };
    }
}
