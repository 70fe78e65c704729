package chat.natter.auth.database;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;

/**
 * Takes requests only once no migration is missing: it may be another process that migrates. Asked of the database
 * until it holds; a schema does not go back.
 */
@Readiness
@Singleton
public class SchemaReadiness implements HealthCheck {
    private final Flyway flyway;
    private volatile boolean migrated;

    SchemaReadiness(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        if (!migrated) {
            migrated = flyway.info().pending().length == 0;
        }
        return HealthCheckResponse.named("schema").status(migrated).build();
    }
}
