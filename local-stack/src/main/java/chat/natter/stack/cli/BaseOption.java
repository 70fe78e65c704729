package chat.natter.stack.cli;

import chat.natter.stack.plan.StackLayout;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class BaseOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:NATTER_DATA}",
            description = "Folder of the stack: data, logs, secrets and stack.json. Default: .natter")
    private @Nullable Path data;

    /** Relative to where the command was typed. */
    StackLayout layout() {
        Path root = Path.of(System.getProperty("natter.root", ""));
        return data == null ? StackLayout.ofRoot(root) : new StackLayout(root, data);
    }
}
