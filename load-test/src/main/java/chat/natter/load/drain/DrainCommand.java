package chat.natter.load.drain;

import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load drain}. */
@Command(
        name = "drain",
        mixinStandardHelpOptions = true,
        description = "One writes to somebody who is away, who then comes and takes it all.")
public final class DrainCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--messages", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}")
    private int messages;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.tell(new RunDrain(options.urls(), messages, options.stack(), options::progress).run());
    }
}
