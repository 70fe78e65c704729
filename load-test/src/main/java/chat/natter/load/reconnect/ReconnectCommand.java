package chat.natter.load.reconnect;

import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load reconnect}. */
@Command(
        name = "reconnect",
        mixinStandardHelpOptions = true,
        description = "Devices connect with a resume ticket, are welcomed, leave and come back. To the first gateway.")
public final class ReconnectCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--clients", defaultValue = "50", description = "Devices. Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds before measuring. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "20", description = "Seconds of measuring. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ReconnectPlan plan = new ReconnectPlan(
                options.urls().get(0), clients, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        return options.tell(new RunReconnects(plan, options.stack(), options::progress).run());
    }
}
