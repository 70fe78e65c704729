package chat.natter.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What a password must be like. */
@ConfigMapping(prefix = "natter.auth.password")
public interface PasswordConfig {
    /** The least number of characters. */
    @WithDefault("8")
    @Min(8)
    @Max(64)
    int minLength();
}
