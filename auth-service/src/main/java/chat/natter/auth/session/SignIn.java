package chat.natter.auth.session;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.account.Profile;
import chat.natter.auth.account.Username;
import chat.natter.auth.database.Database;
import chat.natter.auth.identity.VerifyPassword;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Proves a user by name and password. Both are always looked up: answer and time must not tell which was wrong. */
@Singleton
class SignIn {
    static final String WRONG = "The user name or the password is wrong.";

    private final Database database;
    private final AccountStore accounts;
    private final VerifyPassword verifyPassword;
    private final AnnounceSession announceSession;

    SignIn(Database database, AccountStore accounts, VerifyPassword verifyPassword, AnnounceSession announceSession) {
        this.database = database;
        this.accounts = accounts;
        this.verifyPassword = verifyPassword;
        this.announceSession = announceSession;
    }

    Outcome<SessionTokens> signIn(SignInRequest request) {
        Optional<Profile> account = Username.parse(request.username())
                .flatMap(name -> database.query(connection -> accounts.find(connection, name)));
        boolean proven = verifyPassword.verify(request.username(), request.password());
        if (account.isEmpty() || !proven) {
            return Outcome.refused(Problem.UNAUTHENTICATED, WRONG);
        }
        return announceSession.open(account.get().user(), request.device());
    }
}
