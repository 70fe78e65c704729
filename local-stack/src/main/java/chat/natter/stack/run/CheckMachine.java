package chat.natter.stack.run;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Finds out before anything starts whether this machine can carry the stack. */
final class CheckMachine {
    private static final long MIB = 1024L * 1024L;

    private CheckMachine() {}

    /** The MariaDB that comes from Maven is a Linux program for x86-64, and processes are told apart by /proc. */
    static void requireLinux() {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch");
        if (!system.toLowerCase(Locale.ROOT).contains("linux") || !machine.equals("amd64")) {
            throw new StackFailure("The local stack runs on Linux on x86-64, not on " + system + " on " + machine
                    + "; run it in a virtual machine there.");
        }
    }

    static void requireDisk(Path folder, long needMiB, String what) {
        try {
            Files.createDirectories(folder);
            long freeMiB = Files.getFileStore(folder).getUsableSpace() / MIB;
            if (freeMiB < needMiB) {
                throw new StackFailure("The disk of " + folder + " has " + freeMiB + " MiB free, and " + what
                        + " needs " + needMiB + " MiB; make room, or choose another disk with --data DIR.");
            }
        } catch (IOException e) {
            throw new StackFailure(folder + " cannot be used: " + e.getMessage(), e);
        }
    }
}
