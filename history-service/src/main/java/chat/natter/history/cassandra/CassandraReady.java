package chat.natter.history.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that Cassandra answers a query right now. */
@Readiness
final class CassandraReady implements HealthCheck {
    private static final SimpleStatement PROBE = SimpleStatement.newInstance("SELECT release_version FROM system.local")
            .setTimeout(Duration.ofSeconds(2));

    private final CassandraConnection connection;

    CassandraReady(CassandraConnection connection) {
        this.connection = connection;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("cassandra")
                .status(connection.session().map(CassandraReady::answers).orElse(false))
                .build();
    }

    private static boolean answers(CqlSession session) {
        try {
            session.execute(PROBE);
            return true;
        } catch (DriverException e) {
            return false;
        }
    }
}
