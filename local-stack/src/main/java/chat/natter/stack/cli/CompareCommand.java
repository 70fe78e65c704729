package chat.natter.stack.cli;

import chat.natter.stack.build.Module;
import chat.natter.stack.build.ResolveServers;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.Servers;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.plan.StackOptions;
import chat.natter.stack.report.Progress;
import chat.natter.stack.run.ResetStack;
import chat.natter.stack.run.StartStack;
import chat.natter.stack.run.StopStack;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Puts Natter and other chat servers under the same load, one after the other, each alone on the machine. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Puts Natter, ejabberd and Prosody under the same load, one after the other, and prints the figures"
                        + " side by side; report.html and the figures as JSON are in DIR/results. Natter runs as a stack of its"
                        + " own with fresh data. ejabberd and Prosody come from Debian's packages, which apt installs if they"
                        + " are missing (as root). All other options go to the tool, e.g. --pairs 500 --seconds 60.")
final class CompareCommand implements Callable<Integer> {
    private static final String NATTER = "natter";
    private static final int PARTITIONS = 6;
    private static final List<String> SERVICE_JVM = List.of("-XX:TieredStopAtLevel=4", "-Xmx512m");
    private static final List<String> SERVER_JVM = List.of("-XX:TieredStopAtLevel=4");

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "natter,ejabberd-durable,ejabberd,prosody-durable,prosody",
            description =
                    "Who is measured; the figures of the others are those of earlier runs. Default: ${DEFAULT-VALUE}")
    private List<String> contenders = new ArrayList<>();

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "6000",
            description = "Added to every default port of Natter's stack. Default: ${DEFAULT-VALUE}")
    private int portOffset;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".natter/compare",
            description = "Folder of everything. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".natter/compare");

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() {
        Path root = Path.of(System.getProperty("natter.root", ""));
        StackLayout layout = new StackLayout(root, root.resolve(data));
        List<String> others =
                contenders.stream().filter(name -> !name.equals(NATTER)).toList();
        int exit = others.size() == contenders.size() ? 0 : natter(layout);
        if (!others.isEmpty()) {
            try (Progress progress = Terminal.progress()) {
                new ResolveServers(layout, progress).resolve();
            }
            exit = Math.max(exit, compare(layout, String.join(",", others)));
        }
        return exit;
    }

    private int natter(StackLayout layout) {
        StackOptions options = new StackOptions(
                Servers.PROCESSES,
                1,
                1,
                1,
                false,
                false,
                PARTITIONS,
                SERVICE_JVM,
                SERVER_JVM,
                PortPlan.of(portOffset, Map.of(), Map.of()));
        new ResetStack(layout).reset();
        try (Progress progress = Terminal.progress()) {
            new StartStack(layout, options, progress, Clock.systemUTC()).start();
        }
        Thread stop = new Thread(() -> new StopStack(layout).stop(), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return compare(layout, NATTER);
        } finally {
            new StopStack(layout).stop();
        }
    }

    private int compare(StackLayout layout, String who) {
        List<String> arguments = new ArrayList<>(List.of("compare", "--install", "--contenders", who));
        arguments.addAll(List.of("--results", layout.base().resolve("results").toString()));
        rest.stream().filter(argument -> !argument.equals("--")).forEach(arguments::add);
        return new RunTool(layout, Module.LOAD)
                .run(
                        List.of("-XX:+UseSerialGC", "-Dnatter.root=" + layout.root()),
                        arguments,
                        Map.of("NATTER_STACK_FILE", layout.stackFile().toString()));
    }
}
