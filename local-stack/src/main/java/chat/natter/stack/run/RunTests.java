package chat.natter.stack.run;

import chat.natter.stack.LocalStack;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.plan.StackOptions;
import chat.natter.stack.process.RunForeground;
import chat.natter.stack.report.Progress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * {@code test}: every test of the repository, on a stack of its own that is new at the start and gone at the end,
 * whatever happens in between.
 */
public final class RunTests {
    private final StackLayout layout;
    private final StackOptions options;
    private final Progress progress;
    private final Clock clock;

    public RunTests(StackLayout layout, StackOptions options, Progress progress, Clock clock) {
        this.layout = layout;
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    /** 0 if everything passed; otherwise the exit code of what failed first: npm or Maven. */
    public int run(List<String> mavenArguments) {
        CheckClients clients = new CheckClients(layout.root());
        int withoutServers = firstFailure(new CheckDocuments(layout.root())::run, clients::run);
        if (withoutServers != 0) {
            return withoutServers;
        }
        new ResetStack(layout).reset();
        new StartStack(layout, options, progress, clock).start();
        Thread stop = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            progress.say("The stack for the tests is ready; its logs are in " + layout.log("NAME") + ".");
            return firstFailure(() -> clients.run(gateways(), layout.stackFile()), () -> maven(mavenArguments));
        } finally {
            stop();
        }
    }

    private static int firstFailure(IntSupplier first, IntSupplier second) {
        int exit = first.getAsInt();
        return exit == 0 ? second.getAsInt() : exit;
    }

    private List<URI> gateways() {
        LocalStack stack = LocalStack.at(layout.stackFile());
        return IntStream.rangeClosed(1, stack.gateways())
                .mapToObj(stack::gatewayUrl)
                .toList();
    }

    /** At the end of the tests and when this program is told to end, whichever comes first; the other one waits. */
    private synchronized void stop() {
        new StopStack(layout).stop();
    }

    private int maven(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of("mvn", "-B", "-Psbom", "verify", "-DskipITs=false", "-Dnatter.stack=" + layout.stackFile()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(layout.root().toFile()).inheritIO();
        builder.environment().put("NATTER_STACK_FILE", layout.stackFile().toString());
        return RunForeground.run("Maven", builder);
    }
}
