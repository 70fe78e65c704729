package chat.natter.auth.signup;

import chat.natter.contract.UserId;
import java.time.Instant;

/** The right of one attempt to work on one account. Its end is also its mark: no two claims have the same. */
record Claim(UserId user, Instant until) {}
