package chat.natter.auth.signup;

import chat.natter.auth.account.Username;
import chat.natter.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the sign-up of an account has got.
 *
 * @param active whether the identity is enabled and the account in use
 * @param identityId Keycloak's id, known from before the identity is enabled
 * @param claimedUntil until when an attempt works on it; null once a client has been told that it has the account
 */
record SignUpRow(
        UserId user,
        Username username,
        boolean active,
        @Nullable String identityId,
        @Nullable Instant claimedUntil) {
    /** What another sign-up of the same name may do. */
    enum Next {
        /** The name has an owner, or somebody is about to become it. */
        REFUSE,
        /** The attempt broke off before anybody could sign in: its remains may be removed. */
        REMOVE,
        /** The account stands, but its owner was told of an outage: with the same password it is the same person. */
        CONFIRM
    }

    Next next(Instant now) {
        if (claimedUntil == null || claimedUntil.isAfter(now)) {
            return Next.REFUSE;
        }
        return active ? Next.CONFIRM : Next.REMOVE;
    }
}
