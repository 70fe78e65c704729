package chat.natter.load.group;

import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load group}. */
@Command(
        name = "group",
        mixinStandardHelpOptions = true,
        description = "One sends to a group of new people who are all online; every copy is counted and checked.")
public final class GroupCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--members", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}")
    private int members;

    @Option(
            names = "--outstanding",
            defaultValue = "4",
            description = "Messages that wait for their tick. Default: ${DEFAULT-VALUE}")
    private int outstanding;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description = "Open loop: messages per second, 0.2 for one in five seconds; 0 is the closed loop. Default:"
                    + " ${DEFAULT-VALUE}")
    private double rate;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds before measuring. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "20", description = "Seconds of measuring. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        GroupPlan plan = new GroupPlan(
                options.urls(), members, outstanding, rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        return options.tell(new RunGroup(plan, options.stack(), options::progress).run());
    }
}
