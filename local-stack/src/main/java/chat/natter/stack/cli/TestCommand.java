package chat.natter.stack.cli;

import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.plan.StackOptions;
import chat.natter.stack.report.Progress;
import chat.natter.stack.run.RunTests;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs every test. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Runs every test, unit and integration, on a stack of its own in .natter/test with ports of its own,"
                        + " so that a running stack is left alone. Checks the documents and the clients in TypeScript first. Stops that stack at the end, and exits as Maven does.")
final class TestCommand implements Callable<Integer> {
    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "3000",
            description = "Added to every default port of the tests' stack. Default: ${DEFAULT-VALUE}")
    private int portOffset;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".natter/test",
            description = "Folder of the tests' stack; its content is deleted first. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".natter/test");

    @Mixin
    private final StackShape shape = new StackShape();

    @Parameters(
            paramLabel = "MAVEN_ARGUMENT",
            description = "Passed to Maven after --, e.g. ./natter test -- -pl auth-service -am")
    private List<String> mavenArguments = new ArrayList<>();

    @Override
    public Integer call() {
        Path root = Path.of(System.getProperty("natter.root", ""));
        StackLayout layout = new StackLayout(root, data.isAbsolute() ? data : root.resolve(data));
        StackOptions options = shape.options(2, 1, false, portOffset);
        int exit;
        try (Progress progress = Terminal.progress()) {
            exit = new RunTests(layout, options, progress, Clock.systemUTC()).run(mavenArguments);
        }
        Terminal.OUT.println(exit == 0 ? "All tests passed." : "Tests failed (exit code " + exit + ").");
        Terminal.OUT.println("Reports: */target/surefire-reports and */target/failsafe-reports; coverage:"
                + " */target/site/jacoco/index.html; the stack's logs: "
                + layout.base().resolve("logs"));
        return exit;
    }
}
