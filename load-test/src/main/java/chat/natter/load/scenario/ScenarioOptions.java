package chat.natter.load.scenario;

import chat.natter.load.report.ReportFile;
import chat.natter.load.report.RunReport;
import chat.natter.load.stack.WatchStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options of every scenario. */
public final class ScenarioOptions {
    private final Instant began = Instant.now();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "A gateway; repeat for more.")
    private List<URI> urls = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            converter = ToReportFile.class,
            description = "Also writes all that was measured to that file: figures if it ends in .json, a page with"
                    + " curves if it ends in .html. Repeat for both.")
    private List<ReportFile> reports = new ArrayList<>();

    @Mixin
    private final TellResult tell = new TellResult();

    private @Nullable WatchStack stack;

    /** Refuses a name before anything is run. */
    static final class ToReportFile implements ITypeConverter<ReportFile> {
        @Override
        public ReportFile convert(String name) {
            try {
                return new ReportFile(Path.of(name));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** The gateways' addresses. */
    public List<URI> urls() {
        return List.copyOf(urls);
    }

    /** The stack that runs here; nothing is known of it if {@code NATTER_STACK_FILE} does not name one. */
    public WatchStack stack() throws IOException {
        @Nullable String file = System.getenv("NATTER_STACK_FILE");
        WatchStack watched = file == null ? WatchStack.nothing() : WatchStack.at(Path.of(file));
        stack = watched;
        return watched;
    }

    /** Says what is being done. */
    public void progress(String step) {
        tell.progress(step);
    }

    /** Prints the result, with what the stack did meanwhile, and writes the reports; returns the exit code. */
    public int tell(ScenarioResult result) throws IOException {
        WatchStack watched = stack == null ? WatchStack.nothing() : stack;
        watched.close();
        WithStack all = new WithStack(result, watched.seen());
        int exit = tell.tell(all);
        RunReport report = report(result, all);
        for (ReportFile file : reports) {
            file.write(report);
            progress("report: " + file.path());
        }
        return exit;
    }

    private RunReport report(ScenarioResult result, WithStack all) {
        CommandSpec spec = command;
        return new RunReport(
                spec == null ? "" : spec.name(),
                spec == null
                        ? List.of()
                        : spec.root().commandLine().getParseResult().originalArgs(),
                began,
                result.isFaultless(),
                result.headlines(),
                result.latencies(),
                result.counts(),
                all.stack(),
                all.lines(),
                result.asMap());
    }
}
