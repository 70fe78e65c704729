package chat.natter.load.rolling;

import chat.natter.load.onetoone.OneToOnePlan;
import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load rolling}. */
@Command(
        name = "rolling",
        mixinStandardHelpOptions = true,
        description = "Every gateway is restarted, one after the other, while some talk and many are idle.")
public final class RollingCommand implements Callable<Integer> {
    private static final int BODY_BYTES = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--signing-key",
            required = true,
            paramLabel = "FILE",
            description = "The stack's key for access tokens (PEM): nobody of the crowd signs up.")
    private Path signingKey = Path.of("");

    @Option(
            names = "--restart",
            defaultValue = "./natter restart gateway-{}",
            paramLabel = "COMMAND",
            description = "Restarts one gateway, {} being its number from 1, and returns when it is ready."
                    + " Default: ${DEFAULT-VALUE}")
    private String restart = "";

    @Option(names = "--crowd", defaultValue = "3000", description = "Idle sockets. Default: ${DEFAULT-VALUE}")
    private int crowd;

    @Option(
            names = "--pairs",
            defaultValue = "20",
            description = "Senders, each with a receiver. Default: ${DEFAULT-VALUE}")
    private int pairs;

    @Option(
            names = "--rate",
            defaultValue = "200",
            description = "Messages per second in all. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "15",
            description = "Seconds of measuring before the first restart. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        OneToOnePlan load =
                new OneToOnePlan(options.urls(), pairs, 0, rate, WARM_UP, Duration.ofSeconds(seconds), BODY_BYTES);
        RollingPlan plan = new RollingPlan(load, signingKey, crowd, restart);
        return options.tell(new RunRolling(plan, options.stack(), options::progress).run());
    }
}
