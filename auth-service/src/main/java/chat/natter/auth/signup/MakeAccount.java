package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.auth.identity.Identities;
import chat.natter.auth.password.MakeIdentity;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;

/** Takes a claimed name from {@code PENDING} to {@code ACTIVE}. A name that is refused is free again at once. */
@Singleton
class MakeAccount {
    private final Claims claims;
    private final MakeIdentity makeIdentity;
    private final Identities identities;

    MakeAccount(Claims claims, MakeIdentity makeIdentity, Identities identities) {
        this.claims = claims;
        this.makeIdentity = makeIdentity;
        this.identities = identities;
    }

    Outcome<UserId> make(Claim claim, Username username, String password) {
        return makeIdentity
                .make(username, password)
                .fold(
                        made -> {
                            if (!made.adopted()) {
                                enable(claim, made.identityId());
                            }
                            claims.activate(claim, made.identityId());
                            return Outcome.done(claim.user());
                        },
                        (problem, detail) -> {
                            claims.delete(claim);
                            return Outcome.refused(problem, detail);
                        });
    }

    /** The row names the identity before it is enabled: else a crash in between would leave an identity of nobody. */
    private void enable(Claim claim, String identityId) {
        claims.recordIdentity(claim, identityId);
        Claims.require(identities.enable(identityId));
    }
}
