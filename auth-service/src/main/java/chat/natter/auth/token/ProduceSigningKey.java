package chat.natter.auth.token;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Loads the key at start: a service that cannot sign should not come up. */
class ProduceSigningKey {
    @Produces
    @Singleton
    @Startup
    SigningKey signingKey(TokenConfig config) {
        return SigningKey.load(config.signingKeyFile());
    }
}
