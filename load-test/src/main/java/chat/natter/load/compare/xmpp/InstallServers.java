package chat.natter.load.compare.xmpp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Installs the compared servers from Debian's packages where they are missing. Their packages start them; a policy,
 * which is taken away again afterwards, forbids that.
 */
public final class InstallServers {
    private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");
    private static final List<String> APT =
            List.of("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-qq", "--no-install-recommends");

    private InstallServers() {}

    public static void install(Consumer<String> progress) throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        if (!Files.exists(Path.of(Ejabberd.PROGRAM_FOLDER)) || !Files.exists(Path.of(Ejabberd.ERLANG))) {
            missing.addAll(List.of("ejabberd", "erlang-p1-mysql"));
        }
        if (!Files.exists(Path.of(Prosody.PROGRAM))) {
            missing.addAll(List.of("prosody", "lua-event"));
        }
        if (missing.isEmpty()) {
            return;
        }
        progress.accept("installing " + String.join(", ", missing));
        boolean forbids = Files.exists(POLICY);
        if (!forbids) {
            Files.createFile(
                    POLICY, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.writeString(POLICY, "#!/bin/sh\nexit 101\n");
        }
        try {
            apt(List.of("update"));
            List<String> install = new ArrayList<>(List.of("install"));
            install.addAll(missing);
            apt(install);
        } finally {
            if (!forbids) {
                Files.delete(POLICY);
            }
        }
    }

    private static void apt(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(APT);
        command.addAll(arguments);
        int exit = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    "apt-get " + String.join(" ", arguments) + " exits with " + exit + "; root rights are needed");
        }
    }
}
