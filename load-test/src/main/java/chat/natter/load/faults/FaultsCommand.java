package chat.natter.load.faults;

import chat.natter.load.scenario.TellResult;
import chat.natter.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter faults}. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description =
                "Breaks one part of the running stack after the other under load, and checks that nothing that was"
                        + " acknowledged is lost, nothing comes twice, order is one for all, marks only rise and history is whole.")
public final class FaultsCommand implements Callable<Integer> {
    private static final int MOST_SEEDS = 1_000_000;

    @Mixin
    private final TellResult tell = new TellResult();

    @Option(names = "--seed", paramLabel = "N", description = "Repeats a run. Default: by chance.")
    private @Nullable Long seed;

    @ArgGroup
    private Instead instead = new Instead();

    @Option(
            names = "--minutes",
            defaultValue = "15",
            description = "No new trouble begins after these; one round of all of them takes about 4."
                    + " Default: ${DEFAULT-VALUE}")
    private double minutes;

    @Option(
            names = "--rate",
            defaultValue = "60",
            description = "Messages per second in all. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--pairs", defaultValue = "6", description = "Pairs of people who talk. Default: ${DEFAULT-VALUE}")
    private int pairs;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "Gets a line for each thing that happens. Default: faults-SEED.log beside the stack's logs")
    private @Nullable Path history;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalStack stack = LocalStack.current();
        long drawn = seed == null ? new SecureRandom().nextInt(MOST_SEEDS) : seed;
        Path file =
                history == null ? stack.services().get(0).log().resolveSibling("faults-" + drawn + ".log") : history;
        Duration duration = Duration.ofMillis(Math.round(minutes * 60_000));
        FaultsPlan plan = new FaultsPlan(drawn, instead.course(), duration, rate, pairs, file);
        return tell.tell(new RunFaults(plan, stack, tell::progress).run());
    }

    /** At most one of these. */
    static final class Instead {
        @Option(
                names = "--rolling",
                description = "Instead of breaking parts, restarts each service in its turn, as for an upgrade.")
        private boolean rolling;

        @Option(
                names = "--lose-brokers",
                description = "Instead of what chance brings, kills each broker in its turn, again and again. For a"
                        + " stack of ./natter up --brokers 3.")
        private boolean loseBrokers;

        Course course() {
            if (rolling) {
                return Course.UPGRADE;
            }
            return loseBrokers ? Course.LOST_BROKERS : Course.CHANCE;
        }
    }
}
