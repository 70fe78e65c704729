package chat.natter.history.erasure;

import chat.natter.contract.UserId;
import chat.natter.history.cassandra.CassandraConnection;
import chat.natter.history.message.WhenConnected;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** The erasures as the service sees them: unavailable until Cassandra was reached for the first time. */
@Singleton
final class ConnectedErasures implements Erasures {
    private final WhenConnected<Erasures> erasures;

    ConnectedErasures(CassandraConnection connection) {
        this.erasures = new WhenConnected<>(connection, CassandraErasures::new);
    }

    @Override
    public void begin(UserId user, Instant askedAt) {
        erasures.get().begin(user, askedAt);
    }

    @Override
    public void finish(Erasure erasure) {
        erasures.get().finish(erasure);
    }

    @Override
    public boolean isFinished(UserId user) {
        return erasures.get().isFinished(user);
    }

    @Override
    public Map<UserId, Instant> among(Collection<UserId> users) {
        return erasures.get().among(users);
    }
}
