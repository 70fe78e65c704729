package chat.natter.stack.run;

import chat.natter.stack.process.RunForeground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that the documented contracts are well-formed and say what the code and its golden examples say. Needs Node;
 * what it installs stays in {@code docs/node_modules}.
 */
final class CheckDocuments {
    private final Path docs;

    CheckDocuments(Path root) {
        docs = root.resolve("docs");
    }

    /** The exit code of the first step that fails; 0 if the documents hold. */
    int run() {
        if (!Files.isDirectory(docs.resolve("node_modules"))) {
            int installed = npm("ci", "--no-audit", "--no-fund");
            if (installed != 0) {
                return installed;
            }
        }
        return npm("run", "--silent", "validate");
    }

    private int npm(String... arguments) {
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        return RunForeground.run(
                "npm", new ProcessBuilder(command).directory(docs.toFile()).inheritIO());
    }
}
