package chat.natter.auth.method;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.database.Database;
import chat.natter.auth.identity.ExchangeCode;
import chat.natter.auth.identity.OutsideIdentity;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.verification.Proof;
import chat.natter.auth.verification.ProofToken;
import chat.natter.auth.verification.Proofs;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Adds a number, an address or an outside identity that its owner has just proven. */
@Singleton
class AddProven {
    /** More are of no use to anybody, and the list is not paged. */
    private static final int MOST = 10;

    private final Database database;
    private final AccountStore accounts;
    private final MethodStore methods;
    private final AddMethod addMethod;
    private final Proving proving;

    AddProven(Database database, AccountStore accounts, MethodStore methods, AddMethod addMethod, Proving proving) {
        this.database = database;
        this.accounts = accounts;
        this.methods = methods;
        this.addMethod = addMethod;
        this.proving = proving;
    }

    /** Both ways of proving. */
    @Singleton
    static final class Proving {
        private final Proofs proofs;
        private final ExchangeCode exchangeCode;

        Proving(Proofs proofs, ExchangeCode exchangeCode) {
            this.proofs = proofs;
            this.exchangeCode = exchangeCode;
        }
    }

    Outcome<SignInMethod> byProof(UserId user, String proof) {
        ProofToken token = new ProofToken(proof);
        Optional<Proof> proven = proving.proofs.claim(token);
        if (proven.isEmpty()) {
            return Outcome.refused(Problem.UNAUTHENTICATED, Proofs.WRONG);
        }
        return add(user, addMethod.of(proven.get().contact()));
    }

    Outcome<SignInMethod> byOidc(UserId user, String code, String codeVerifier, String redirectUri) {
        Optional<OutsideIdentity> identity = proving.exchangeCode.exchange(code, codeVerifier, redirectUri);
        if (identity.isEmpty()) {
            return Outcome.refused(
                    Problem.UNAUTHENTICATED, "code: is unknown, expired, used before or of another verifier");
        }
        if (identity.get().provider() == null) {
            return Outcome.refused(Problem.BAD_REQUEST, "code: is of no other provider");
        }
        return add(user, addMethod.of(identity.get()));
    }

    private Outcome<SignInMethod> add(UserId user, SignInMethod method) {
        try {
            return database.transaction(connection -> {
                accounts.lock(connection, user);
                if (methods.list(connection, user).size() >= MOST) {
                    return Outcome.<SignInMethod>refused(
                            Problem.CONFLICT, "An account may have %d ways to sign in.".formatted(MOST));
                }
                addMethod.insertAndTell(connection, user, method);
                return Outcome.done(method);
            });
        } catch (Taken taken) {
            return Outcome.refused(Problem.CONFLICT, taken.detail());
        }
    }
}
