package chat.natter.auth.verification;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.limit.RateLimited;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Bounds the codes that one number or mailbox gets, whoever asks for them and on whichever instance. */
@Singleton
class CountSentCodes {
    private final SentCodesStore store;
    private final SentCodes.Bounds bounds;

    CountSentCodes(SentCodesStore store, VerificationConfig config) {
        this.store = store;
        this.bounds = new SentCodes.Bounds(config.resendAfter(), config.window(), config.codesPerWindow());
    }

    /** Throws {@link RateLimited} if it has had its share for now. */
    void take(Connection connection, Contact to, Instant now) throws SQLException {
        SentCodes before = store.lock(connection, to, now);
        Duration wait = before.wait(now, bounds);
        if (!wait.isZero()) {
            throw new RateLimited(wait);
        }
        store.save(connection, to, before.oneMore(now, bounds));
    }
}
