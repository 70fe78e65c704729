package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Gets the right to make the account of a user name, and clears away what a broken attempt has left under it. */
@Singleton
class ClaimName {
    private final Claims claims;
    private final RemoveUnfinished removeUnfinished;
    private final Clock clock;

    ClaimName(Claims claims, RemoveUnfinished removeUnfinished, Clock clock) {
        this.claims = claims;
        this.removeUnfinished = removeUnfinished;
        this.clock = clock;
    }

    /** What may be worked on: a {@code fresh} row, or an account that stands and whose owner has not been told. */
    record Claimed(Claim claim, boolean fresh) {}

    Optional<Claimed> claim(Username username, String displayName) {
        Optional<Claimed> first = insert(username, displayName);
        if (first.isPresent()) {
            return first;
        }
        Optional<SignUpRow> found = claims.find(username);
        if (found.isEmpty()) {
            return insert(username, displayName);
        }
        SignUpRow row = found.get();
        return switch (row.next(clock.instant())) {
            case REFUSE -> Optional.empty();
            case CONFIRM -> claims.take(row).map(claim -> new Claimed(claim, false));
            case REMOVE -> removeUnfinished.remove(row) ? insert(username, displayName) : Optional.empty();
        };
    }

    private Optional<Claimed> insert(Username username, String displayName) {
        return claims.insert(username, displayName).map(claim -> new Claimed(claim, true));
    }
}
