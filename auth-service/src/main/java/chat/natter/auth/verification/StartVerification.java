package chat.natter.auth.verification;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.database.Database;
import chat.natter.auth.limit.RateLimited;
import chat.natter.auth.sender.DeliverCode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Sends a code. Whether anybody has an account with the number makes no difference, neither in the answer nor in what
 * is done for it.
 */
@Singleton
class StartVerification {
    private final Database database;
    private final CountSentCodes countSentCodes;
    private final IssueCode issueCode;
    private final DeliverCode deliverCode;
    private final Clock clock;

    StartVerification(
            Database database,
            CountSentCodes countSentCodes,
            IssueCode issueCode,
            DeliverCode deliverCode,
            Clock clock) {
        this.database = database;
        this.countSentCodes = countSentCodes;
        this.issueCode = issueCode;
        this.deliverCode = deliverCode;
        this.clock = clock;
    }

    /** Whether codes of that kind are sent here at all. */
    boolean canReach(Contact to) {
        return deliverCode.canReach(to.kind());
    }

    /** Throws {@link RateLimited} if the number or mailbox has got too many codes. */
    IssueCode.Issued start(Contact to) {
        Instant now = clock.instant();
        // Counted before it is sent: a sender that fails half-way must not be called again and again.
        IssueCode.Issued issued = database.transaction(connection -> {
            countSentCodes.take(connection, to, now);
            return issueCode.issue(connection, to, now);
        });
        deliverCode.deliver(to, issued.code());
        return issued;
    }
}
