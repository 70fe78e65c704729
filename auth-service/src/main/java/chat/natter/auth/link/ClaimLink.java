package chat.natter.auth.link;

import chat.natter.auth.database.Database;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.Digests;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Uses an approved link up, for the device that asked for it: it alone has the secret. */
@Singleton
public class ClaimLink {
    private static final String GONE = "The link is unknown, has expired or was used before. Ask for a new one.";

    private final Database database;
    private final LinkStore store;
    private final Clock clock;

    ClaimLink(Database database, LinkStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /** Whose device is let in, and what was shown when it was approved. */
    public record Claimed(UserId account, String deviceName, String platform) {}

    public Outcome<Claimed> claim(String id, String verifier) {
        return database.transaction(connection -> claim(connection, id, sha256(verifier)));
    }

    /** No session came of it: it may be used once more while it lasts. */
    public void release(String id) {
        database.transaction(connection -> {
            store.release(connection, id);
            return id;
        });
    }

    private Outcome<Claimed> claim(Connection connection, String id, String hash) throws SQLException {
        Optional<Link> found = store.lock(connection, id);
        if (found.isEmpty()) {
            return Outcome.refused(Problem.GONE, GONE);
        }
        Link link = found.get();
        Instant now = clock.instant();
        UserId account = link.account();
        Optional<Problem> refusal = link.refusal(hash, now);
        if (refusal.isPresent() || account == null) {
            Problem problem = refusal.orElse(Problem.LINK_PENDING);
            return Outcome.refused(problem, problem == Problem.GONE ? GONE : problem.title());
        }
        store.use(connection, id, now);
        return Outcome.done(new Claimed(account, link.deviceName(), link.platform()));
    }

    private static String sha256(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(text));
    }
}
