package chat.natter.media.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ffmpeg of this machine, which also makes the films for tests: no film lies in the repository. */
public final class InstalledFfmpeg {
    private InstalledFfmpeg() {}

    /** Skips the test, and says why, where there is none. */
    public static void assumeInstalled() {
        boolean installed = Stream.of(System.getenv("PATH").split(":", -1))
                .map(Path::of)
                .anyMatch(folder ->
                        Files.isExecutable(folder.resolve("ffmpeg")) && Files.isExecutable(folder.resolve("ffprobe")));
        assumeThat(installed)
                .as("ffmpeg is not installed here; with it (apt-get install ffmpeg) this test runs")
                .isTrue();
    }

    /** What ffmpeg writes with these arguments before the file's name. */
    public static byte[] make(Path file, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        Process process = new ProcessBuilder(command)
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return Files.readAllBytes(file);
    }
}
