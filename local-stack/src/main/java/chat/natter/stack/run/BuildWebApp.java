package chat.natter.stack.run;

import chat.natter.stack.build.Staleness;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.LogTail;
import chat.natter.stack.report.Progress;
import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds the web app if it is missing or stale. A machine without Node runs everything else, and says so. */
final class BuildWebApp {
    private static final int NODE = 20;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.");

    private final StackLayout layout;
    private final Progress progress;

    BuildWebApp(StackLayout layout, Progress progress) {
        this.layout = layout;
        this.progress = progress;
    }

    void build() {
        if (!Staleness.isStale(layout.webApp().resolve("index.html"), sources())) {
            return;
        }
        OptionalInt node = nodeRelease();
        if (node.isEmpty() || node.getAsInt() < NODE) {
            progress.say("  web app                not built: it needs Node " + NODE + " or newer, and "
                    + (node.isEmpty() ? "there is none" : "this is " + node.getAsInt())
                    + ". Everything else works.");
            return;
        }
        progress.begin("web app");
        Path log = layout.shared().resolve("logs/build-web-app.log");
        int exit = npm(log);
        if (exit != 0) {
            throw new StackFailure("The web app cannot be built. npm's log " + log + " ends with:"
                    + System.lineSeparator() + LogTail.of(log));
        }
        progress.end("web app", "");
    }

    private int npm(Path log) {
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new StackFailure(log + " cannot be written: " + e.getMessage(), e);
        }
        return new RunNpm(layout.root().resolve("clients"), log).script("build", Map.of());
    }

    private List<Path> sources() {
        Path clients = layout.root().resolve("clients");
        return Stream.of(
                        "package-lock.json",
                        "sdk/src",
                        "ui/src",
                        "web-app/src",
                        "web-app/public",
                        "web-app/index.html",
                        "web-app/vite.config.ts")
                .map(clients::resolve)
                .toList();
    }

    /** Empty if there is no Node. */
    private static OptionalInt nodeRelease() {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            Matcher version = VERSION.matcher(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return version.lookingAt() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
        } catch (IOException noNode) {
            return OptionalInt.empty();
        }
    }
}
