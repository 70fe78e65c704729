package chat.natter.load;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import chat.natter.load.onetoone.OneToOnePlan;
import chat.natter.load.onetoone.OneToOneResult;
import chat.natter.load.onetoone.RunOneToOne;
import chat.natter.load.process.StackProcesses;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code natter load}: one-to-one load on the public protocol. Exits with 1 if a single delivery was not as it has to
 * be.
 */
@Command(
        name = "natter load",
        mixinStandardHelpOptions = true,
        description = "Pairs of new people send each other messages; every delivery is timed and checked.")
public final class NatterLoad implements Callable<Integer> {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "A gateway; repeat for more.")
    private List<URI> urls = new ArrayList<>();

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

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    private NatterLoad() {}

    public static void main(String... arguments) {
        CommandLine command = new CommandLine(new NatterLoad());
        command.setExecutionExceptionHandler((failure, line, result) -> {
            ERR.println("natter load: " + failure.getMessage());
            return 1;
        });
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        OneToOnePlan plan = new OneToOnePlan(
                urls, pairs, outstanding, rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), bytes);
        try {
            OneToOneResult result = new RunOneToOne(plan, processes(), step -> ERR.println("… " + step)).run();
            if (json) {
                OUT.println(new ObjectMapper().writeValueAsString(result.asMap()));
            } else {
                result.lines().forEach(OUT::println);
            }
            return result.isFaultless() ? 0 : 1;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiUnreachable || e.getCause() instanceof ApiRefused) {
                throw new IllegalStateException(
                        "signing up failed: " + e.getCause().getMessage(), e);
            }
            throw e;
        }
    }

    private static StackProcesses processes() throws IOException {
        @Nullable String file = System.getenv("NATTER_STACK_FILE");
        return file == null ? new StackProcesses(Map.of()) : StackProcesses.read(Path.of(file));
    }
}
