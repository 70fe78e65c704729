package chat.natter.auth.token;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which key signs, so that an operator sees whether all instances have the same. */
@Readiness
@Singleton
public class KeyReadiness implements HealthCheck {
    private final SigningKey key;

    KeyReadiness(SigningKey key) {
        this.key = key;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing-key")
                .up()
                .withData("kid", key.keyId())
                .build();
    }
}
