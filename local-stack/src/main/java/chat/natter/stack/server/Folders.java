package chat.natter.stack.server;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that a server expects to find. */
final class Folders {
    private Folders() {}

    static void create(Path... folders) {
        for (Path folder : folders) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new StackFailure(folder + " cannot be created: " + e.getMessage(), e);
            }
        }
    }
}
