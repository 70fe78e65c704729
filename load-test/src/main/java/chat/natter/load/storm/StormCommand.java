package chat.natter.load.storm;

import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load storm}. */
@Command(
        name = "storm",
        mixinStandardHelpOptions = true,
        description = "A crowd of idle sockets vanishes at once and comes back, while some watch who is there.")
public final class StormCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--signing-key",
            required = true,
            paramLabel = "FILE",
            description = "The stack's key for access tokens (PEM): nobody of the crowd signs up.")
    private Path signingKey = Path.of("");

    @Option(names = "--sockets", defaultValue = "20000", description = "The crowd. Default: ${DEFAULT-VALUE}")
    private int sockets;

    @Option(
            names = "--connect-per-second",
            defaultValue = "500",
            description = "How fast it gathers. Default: ${DEFAULT-VALUE}")
    private int connectPerSecond;

    @Option(names = "--watchers", defaultValue = "20", description = "Sockets that watch. Default: ${DEFAULT-VALUE}")
    private int watchers;

    @Option(
            names = "--watched",
            defaultValue = "200",
            description = "Users of the crowd that each of them watches. Default: ${DEFAULT-VALUE}")
    private int watched;

    @Option(
            names = "--back-within",
            defaultValue = "30",
            description = "Seconds over which the crowd comes back. Default: ${DEFAULT-VALUE}")
    private int backWithin;

    @Option(
            names = "--vanish-at",
            description =
                    "The moment, as 2026-01-31T12:00:00Z, at which the crowd vanishes: for several processes with a"
                            + " part of the crowd each, where one may not open so many files.")
    private @Nullable Instant vanishAt;

    @Option(
            names = "--churn",
            defaultValue = "22",
            description = "Seconds of apps put aside and taken up, before the storm. Default: ${DEFAULT-VALUE}")
    private int churn;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        StormPlan plan = new StormPlan(
                options.urls(),
                signingKey,
                sockets,
                connectPerSecond,
                watchers,
                watched,
                Duration.ofSeconds(backWithin),
                vanishAt,
                Duration.ofSeconds(churn));
        return options.tell(new RunStorm(plan, options.stack(), options::progress).run());
    }
}
