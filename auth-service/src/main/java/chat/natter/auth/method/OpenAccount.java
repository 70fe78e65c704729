package chat.natter.auth.method;

import chat.natter.auth.account.Username;
import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.database.Database;
import chat.natter.auth.id.NewIds;
import chat.natter.auth.identity.OutsideIdentity;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.verification.Proof;
import chat.natter.auth.verification.ProofToken;
import chat.natter.auth.verification.Proofs;
import chat.natter.contract.Problem;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes an account for a person who is proven already. One transaction; its first version is owed to the log. */
@Singleton
public class OpenAccount {
    private final Database database;
    private final NewAccount newAccount;
    private final AddMethod addMethod;
    private final Proofs proofs;

    OpenAccount(Database database, NewAccount newAccount, AddMethod addMethod, Proofs proofs) {
        this.database = database;
        this.newAccount = newAccount;
        this.addMethod = addMethod;
        this.proofs = proofs;
    }

    /** The proof stays good for the first sign-in, and a repeat with it is answered the same. */
    public Outcome<UserId> ofProof(ProofToken token, Proof proof, @Nullable Username username, String displayName) {
        UserId before = proof.madeAccount();
        if (before != null) {
            return Outcome.done(before);
        }
        SignInMethod method = addMethod.of(proof.contact());
        return open(username, displayName, (connection, user) -> {
            addMethod.insert(connection, user, method);
            proofs.madeAccount(connection, token, user);
        });
    }

    public Outcome<UserId> ofOutside(OutsideIdentity identity) {
        SignInMethod method = addMethod.of(identity);
        return open(null, identity.displayName(), (connection, user) -> addMethod.insert(connection, user, method));
    }

    private Outcome<UserId> open(@Nullable Username username, String displayName, Rest rest) {
        try {
            return Outcome.done(database.transaction(connection -> {
                UserId user = newAccount.insert(connection, username, displayName);
                rest.write(connection, user);
                return user;
            }));
        } catch (Taken taken) {
            return Outcome.refused(Problem.CONFLICT, taken.detail());
        }
    }

    /** What belongs to the account besides its row. */
    private interface Rest {
        void write(Connection connection, UserId user) throws SQLException;
    }

    /** The row itself, and that it was made. */
    @Singleton
    static final class NewAccount {
        private final InsertAccount insertAccount;
        private final RecordEvent recordEvent;
        private final NewIds ids;
        private final Clock clock;

        NewAccount(InsertAccount insertAccount, RecordEvent recordEvent, NewIds ids, Clock clock) {
            this.insertAccount = insertAccount;
            this.recordEvent = recordEvent;
            this.ids = ids;
            this.clock = clock;
        }

        UserId insert(Connection connection, @Nullable Username username, String displayName) throws SQLException {
            UserId user = ids.user();
            try {
                insertAccount.insert(connection, user, username, displayName, clock.instant());
            } catch (SQLIntegrityConstraintViolationException taken) {
                throw new Taken("username: is taken");
            }
            recordEvent.record(connection, user, SecurityEvent.ACCOUNT_CREATED);
            return user;
        }
    }
}
