package chat.natter.auth.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The audit trail. */
@ConfigMapping(prefix = "natter.auth.audit")
public interface AuditConfig {
    /** How often events that are owed to Kafka are looked for. */
    @WithDefault("PT1S")
    Duration tellEvery();

    /** How many are told in one transaction. */
    @WithDefault("100")
    @Min(1)
    @Max(1000)
    int batch();
}
