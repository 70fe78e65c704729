package chat.natter.history.erasure;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.UserId;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks whether an account was erased. */
final class SelectErasure {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectErasure(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("SELECT asked_at, finished_at FROM erasures WHERE user = ?");
    }

    boolean isFinished(UserId user) {
        Row row = session.execute(statement.bind(user.value())).one();
        return row != null && !row.isNull("finished_at");
    }

    /** Empty if it was not erased. */
    CompletionStage<Optional<Instant>> askedAt(UserId user) {
        return session.executeAsync(statement.bind(user.value()))
                .thenApply(
                        rows -> Optional.ofNullable(rows.one()).map(row -> requireNonNull(row.getInstant("asked_at"))));
    }
}
