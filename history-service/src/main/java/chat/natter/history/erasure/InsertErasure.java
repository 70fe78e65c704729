package chat.natter.history.erasure;

import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Instant;

/** Writes down that an account was erased, and at last the proof. */
final class InsertErasure {
    private final CqlSession session;
    private final PreparedStatement begun;
    private final PreparedStatement finished;

    InsertErasure(CqlSession session) {
        this.session = session;
        this.begun = session.prepare("INSERT INTO erasures (user, asked_at) VALUES (?, ?)");
        this.finished = session.prepare("INSERT INTO erasures"
                + " (user, asked_at, finished_at, conversations, erased, sha256) VALUES (?, ?, ?, ?, ?, ?)");
    }

    boolean begun(UserId user, Instant askedAt) {
        return session.execute(begun.bind(user.value(), askedAt)).wasApplied();
    }

    boolean finished(Erasure erasure) {
        return session.execute(finished.bind(
                        erasure.user().value(),
                        erasure.askedAt(),
                        erasure.finishedAt(),
                        erasure.conversations(),
                        erasure.entries(),
                        erasure.sha256()))
                .wasApplied();
    }
}
