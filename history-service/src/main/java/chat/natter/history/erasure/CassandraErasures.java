package chat.natter.history.erasure;

import chat.natter.contract.UserId;
import chat.natter.history.message.OrUnavailable;
import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Erasures in Cassandra; see {@code V007__erasures.cql}. */
final class CassandraErasures implements Erasures {
    private final InsertErasure insertErasure;
    private final SelectErasure selectErasure;

    CassandraErasures(CqlSession session) {
        this.insertErasure = new InsertErasure(session);
        this.selectErasure = new SelectErasure(session);
    }

    @Override
    public void begin(UserId user, Instant askedAt) {
        OrUnavailable.read(() -> insertErasure.begun(user, askedAt));
    }

    @Override
    public void finish(Erasure erasure) {
        OrUnavailable.read(() -> insertErasure.finished(erasure));
    }

    @Override
    public boolean isFinished(UserId user) {
        return OrUnavailable.read(() -> selectErasure.isFinished(user));
    }

    @Override
    public Map<UserId, Instant> among(Collection<UserId> users) {
        Map<UserId, CompletableFuture<Optional<Instant>>> answers = new LinkedHashMap<>();
        for (UserId user : users) {
            answers.computeIfAbsent(user, one -> selectErasure.askedAt(one).toCompletableFuture());
        }
        return OrUnavailable.read(() -> {
            Map<UserId, Instant> erased = new HashMap<>();
            answers.forEach((user, answer) -> answer.join().ifPresent(at -> erased.put(user, at)));
            return erased;
        });
    }
}
