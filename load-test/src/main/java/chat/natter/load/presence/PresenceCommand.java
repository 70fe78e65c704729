package chat.natter.load.presence;

import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load presence}. */
@Command(
        name = "presence",
        mixinStandardHelpOptions = true,
        description =
                "People who watch each other come, go, break off, change gateways and put their apps aside; in the"
                        + " end everybody who looks has to see the truth.")
public final class PresenceCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--people", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}")
    private int people;

    @Option(
            names = "--watches",
            defaultValue = "20",
            description = "How many others each watches, 200 at most. Default: ${DEFAULT-VALUE}")
    private int watches;

    @Option(
            names = "--rate",
            defaultValue = "10",
            description = "How many changes all of them together make in a second. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "Seconds of changes. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Draws the same watches and changes again. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--bound",
            defaultValue = "30",
            paramLabel = "SECONDS",
            description = "How long a view may be wrong after the last change. Default: ${DEFAULT-VALUE}")
    private int bound;

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        PresencePlan plan = new PresencePlan(
                options.urls(), people, watches, rate, Duration.ofSeconds(seconds), seed, Duration.ofSeconds(bound));
        return options.tell(new RunPresence(plan, options.stack(), options::progress).run());
    }
}
