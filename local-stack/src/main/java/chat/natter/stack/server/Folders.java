package chat.natter.stack.server;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

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

    /** Takes every right from those who are neither the owner nor of the group. */
    static void closeToOthers(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        } catch (IOException e) {
            throw new StackFailure(folder + " cannot be closed to others: " + e.getMessage(), e);
        }
    }
}
