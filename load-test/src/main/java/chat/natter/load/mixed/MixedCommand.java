package chat.natter.load.mixed;

import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load mixed}. */
@Command(
        name = "mixed",
        mixinStandardHelpOptions = true,
        description =
                "A day of people: they sign in, watch their friends, type, write to them and to a group, send files,"
                        + " put the app aside, change networks, leave and come back. Every delivery and every mark is checked.")
public final class MixedCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--people", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}")
    private int people;

    @Option(names = "--friends", defaultValue = "6", description = "Of each. Default: ${DEFAULT-VALUE}")
    private int friends;

    @Option(names = "--group-size", defaultValue = "10", description = "Default: ${DEFAULT-VALUE}")
    private int groupSize;

    @Option(
            names = "--rate",
            defaultValue = "30",
            description = "How much all of them together do in a second. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(
            names = "--weights",
            split = ",",
            paramLabel = "WHAT=N",
            defaultValue = "chat=60,group=20,media=3,aside=10,reconnect=4,leave=3",
            description = "How often they do what, in relation to each other; what is not named they never do."
                    + " Default: ${DEFAULT-VALUE}")
    private Map<Doing, Integer> weights = new EnumMap<>(Doing.class);

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds before measuring. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "60", description = "Seconds of measuring. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        MixedPlan plan = new MixedPlan(
                options.urls(),
                people,
                friends,
                groupSize,
                rate,
                new Weights(weights),
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds));
        return options.tell(new RunMixed(plan, options.stack(), options::progress).run());
    }
}
