package chat.natter.auth.signup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How accounts are made. */
@ConfigMapping(prefix = "natter.auth.sign-up")
public interface SignUpConfig {
    /** How long one attempt may hold a name. Longer than all time-outs on its way together. */
    @WithDefault("PT45S")
    Duration claim();

    /** For how long a sign-up whose answer was an outage may be repeated with the same password. */
    @WithDefault("PT1H")
    Duration retryWindow();

    /** How often sign-ups that were left half done are cleared away. */
    @WithDefault("PT30S")
    Duration sweepEvery();
}
