package chat.natter.auth.session;

import chat.natter.auth.token.AccessToken;
import java.time.Instant;

/** A refresh token as the database knows it: for which session, until when, and whether it has been used. */
record IssuedToken(AccessToken grants, Instant expiresAt, boolean used) {
    enum Verdict {
        ROTATE,
        EXPIRED,
        /** Somebody has a copy: who of the two is the device cannot be told, so the session ends. */
        REUSED
    }

    /** A token that was used is a copy, however old. */
    Verdict judge(Instant now) {
        if (used) {
            return Verdict.REUSED;
        }
        return expiresAt.isAfter(now) ? Verdict.ROTATE : Verdict.EXPIRED;
    }
}
