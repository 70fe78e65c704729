package chat.natter.auth.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Devices. */
@ConfigMapping(prefix = "natter.auth.devices")
public interface DeviceConfig {
    /** How many an account may have. */
    @WithDefault("10")
    @Min(1)
    @Max(100)
    int most();
}
