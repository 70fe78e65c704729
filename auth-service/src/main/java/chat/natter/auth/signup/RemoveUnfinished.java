package chat.natter.auth.signup;

import chat.natter.auth.identity.Identities;
import chat.natter.auth.identity.Identity;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Removes an account that nobody was told of: first the identity, then the row, which until then leads to it. */
@Singleton
class RemoveUnfinished {
    private final Claims claims;
    private final Identities identities;

    RemoveUnfinished(Claims claims, Identities identities) {
        this.claims = claims;
        this.identities = identities;
    }

    /** Returns whether the name is free now. */
    boolean remove(SignUpRow row) {
        Optional<Claim> taken = claims.take(row);
        if (taken.isEmpty()) {
            return false;
        }
        Claim claim = taken.get();
        boolean removed = false;
        try {
            removeIdentity(row);
            removed = claims.delete(claim);
            return removed;
        } finally {
            if (!removed) {
                claims.release(claim);
            }
        }
    }

    private void removeIdentity(SignUpRow row) {
        String known = row.identityId();
        if (known != null) {
            identities.remove(known);
            return;
        }
        // It may have been made without our learning of it. An enabled one is not ours: see the package.
        identities
                .find(row.username())
                .filter(identity -> !identity.enabled())
                .map(Identity::id)
                .ifPresent(identities::remove);
    }
}
