package chat.natter.auth.identity;

import chat.natter.auth.problem.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.HealthGroup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Reports Keycloak at {@code /q/health/group/dependencies} and as the gauge {@code natter_auth_keycloak_up}. Not part
 * of readiness: while it is down, existing sessions must still be refreshed here.
 */
@HealthGroup("dependencies")
@Singleton
public class WatchKeycloak implements HealthCheck {
    private final KeycloakRealm keycloak;
    private final KeycloakConfig config;
    private final AtomicInteger up = new AtomicInteger();

    WatchKeycloak(@RestClient KeycloakRealm keycloak, KeycloakConfig config, MeterRegistry registry) {
        this.keycloak = keycloak;
        this.config = config;
        registry.gauge("natter.auth.keycloak.up", up);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        up.set(answers() ? 1 : 0);
    }

    @Override
    public HealthCheckResponse call() {
        look();
        return HealthCheckResponse.named("keycloak").status(up.get() == 1).build();
    }

    private boolean answers() {
        try (Response response = CallKeycloak.call(() -> keycloak.describe(config.realm()))) {
            return response.getStatus() == 200;
        } catch (Unavailable e) {
            return false;
        }
    }
}
