package chat.natter.auth.session;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.account.Profile;
import chat.natter.auth.account.Username;
import chat.natter.auth.audit.RecordRefusal;
import chat.natter.auth.database.Database;
import chat.natter.auth.identity.VerifyPassword;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** By name and password. Both are always looked up: answer and time must not tell which was wrong. */
@Singleton
class ProveByPassword {
    static final String WRONG = "The user name or the password is wrong.";

    private final Database database;
    private final AccountStore accounts;
    private final VerifyPassword verifyPassword;
    private final RecordRefusal recordRefusal;

    ProveByPassword(
            Database database, AccountStore accounts, VerifyPassword verifyPassword, RecordRefusal recordRefusal) {
        this.database = database;
        this.accounts = accounts;
        this.verifyPassword = verifyPassword;
        this.recordRefusal = recordRefusal;
    }

    Outcome<Proven> prove(SignInRequest.ByPassword request) {
        Optional<Profile> account = Username.parse(request.username())
                .flatMap(name -> database.query(connection -> accounts.find(connection, name)));
        boolean proven = verifyPassword.verify(request.username(), request.password());
        if (account.isEmpty() || !proven) {
            account.map(Profile::user).ifPresent(recordRefusal::soon);
            return Outcome.refused(Problem.UNAUTHENTICATED, WRONG);
        }
        return Outcome.done(Proven.of(account.get().user(), request.device()));
    }
}
