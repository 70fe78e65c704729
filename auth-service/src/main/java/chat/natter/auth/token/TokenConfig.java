package chat.natter.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Access tokens. */
@ConfigMapping(prefix = "natter.auth")
public interface TokenConfig {
    /** A PEM file with an RSA private key in PKCS#8, of 2048 bits or more. The same for all instances. */
    Path signingKeyFile();

    /** How long an access token is good for. It cannot be called back, so not for long. */
    @WithDefault("PT15M")
    Duration accessTokenLifetime();
}
