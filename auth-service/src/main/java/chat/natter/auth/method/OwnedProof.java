package chat.natter.auth.method;

import chat.natter.auth.database.Database;
import chat.natter.auth.verification.Proof;
import chat.natter.auth.verification.ProofToken;
import chat.natter.auth.verification.Proofs;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Proofs of a number or address that is a certain account's own. */
@Singleton
public class OwnedProof {
    private final Proofs proofs;
    private final FindAccount findAccount;
    private final Database database;
    private final MethodStore methods;

    OwnedProof(Proofs proofs, FindAccount findAccount, Database database, MethodStore methods) {
        this.proofs = proofs;
        this.findAccount = findAccount;
        this.database = database;
        this.methods = methods;
    }

    /** Uses the proof up if it is the account's; another's is not touched. */
    public boolean claim(UserId user, String proof) {
        ProofToken token = new ProofToken(proof);
        Optional<UserId> owner = proofs.find(token).map(Proof::contact).flatMap(findAccount::of);
        return owner.filter(user::equals).isPresent() && proofs.claim(token).isPresent();
    }

    /** Whether the account has a number or address at all. */
    public boolean couldBeGiven(UserId user) {
        return database.query(connection -> methods.list(connection, user)).stream()
                .anyMatch(method -> !method.kind().equals(SignInMethod.OIDC));
    }
}
