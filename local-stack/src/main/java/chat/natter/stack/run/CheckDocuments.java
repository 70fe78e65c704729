package chat.natter.stack.run;

import java.nio.file.Path;
import java.util.Map;

/** Checks that the documented contracts are well-formed and say what the code and its golden examples say. */
final class CheckDocuments {
    private final RunNpm npm;

    CheckDocuments(Path root) {
        npm = new RunNpm(root.resolve("docs"));
    }

    /** The exit code of the first step that fails; 0 if the documents hold. */
    int run() {
        return npm.script("validate", Map.of());
    }
}
