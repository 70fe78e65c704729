package chat.natter.load.onetoone;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load one-to-one}. */
@Command(
        name = "one-to-one",
        mixinStandardHelpOptions = true,
        description = "Pairs of new people send each other messages; every delivery is timed and checked.")
public final class OneToOneCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--pairs",
            defaultValue = "50",
            description = "Senders, each with a receiver. Default: ${DEFAULT-VALUE}")
    private int pairs;

    @Option(
            names = "--outstanding",
            defaultValue = "4",
            description = "Closed loop: messages per sender that wait for their tick. Default: ${DEFAULT-VALUE}")
    private int outstanding;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description = "Open loop: messages per second in all; 0 is the closed loop. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds before measuring. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "20", description = "Seconds of measuring. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--bytes", defaultValue = "100", description = "Size of a text. Default: ${DEFAULT-VALUE}")
    private int bytes;

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        OneToOnePlan plan = new OneToOnePlan(
                options.urls(),
                pairs,
                outstanding,
                rate,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                bytes);
        try {
            return options.tell(new RunOneToOne(plan, options.stack(), options::progress).run());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiUnreachable || e.getCause() instanceof ApiRefused) {
                throw new IllegalStateException(
                        "signing up failed: " + e.getCause().getMessage(), e);
            }
            throw e;
        }
    }
}
