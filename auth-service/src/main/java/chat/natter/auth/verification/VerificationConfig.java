package chat.natter.auth.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** One-time codes and the proofs that they are exchanged for. */
@ConfigMapping(prefix = "natter.auth.verification")
public interface VerificationConfig {
    /** How long a code is good for. */
    @WithDefault("PT5M")
    Duration codeLifetime();

    /** How often a code may be tried. */
    @WithDefault("5")
    @Min(1)
    @Max(10)
    int attempts();

    /** How long a proof is good for. */
    @WithDefault("PT10M")
    Duration proofLifetime();

    /** The least time between two codes to one number or mailbox. */
    @WithDefault("PT30S")
    Duration resendAfter();

    /** How many codes one number or mailbox gets in a window, whoever asks. */
    @WithDefault("5")
    @Min(1)
    int codesPerWindow();

    /** The window of {@code codes-per-window}. */
    @WithDefault("PT1H")
    Duration window();

    /** How often expired codes are deleted. */
    @WithDefault("PT1H")
    Duration sweepEvery();
}
