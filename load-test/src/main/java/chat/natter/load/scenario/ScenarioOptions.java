package chat.natter.load.scenario;

import chat.natter.load.process.StackProcesses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every scenario. */
public final class ScenarioOptions {
    @Option(names = "--url", required = true, paramLabel = "URL", description = "A gateway; repeat for more.")
    private List<URI> urls = new ArrayList<>();

    @Mixin
    private final TellResult tell = new TellResult();

    /** The gateways' addresses. */
    public List<URI> urls() {
        return List.copyOf(urls);
    }

    /** The processes of the stack that runs here; none if {@code NATTER_STACK_FILE} does not name one. */
    public StackProcesses processes() throws IOException {
        @Nullable String file = System.getenv("NATTER_STACK_FILE");
        return file == null ? new StackProcesses(Map.of()) : StackProcesses.read(Path.of(file));
    }

    /** Says what is being done. */
    public void progress(String step) {
        tell.progress(step);
    }

    /** Prints the result; returns the exit code. */
    public int tell(ScenarioResult result) throws IOException {
        return tell.tell(result);
    }
}
