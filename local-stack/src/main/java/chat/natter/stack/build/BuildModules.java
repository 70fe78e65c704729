package chat.natter.stack.build;

import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.report.Progress;
import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the modules that are missing or stale, without tests and checks; does not start Maven if there are none. */
public final class BuildModules {
    private final StackLayout layout;
    private final Progress progress;
    private final Clock clock;

    public BuildModules(StackLayout layout, Progress progress, Clock clock) {
        this.layout = layout;
        this.progress = progress;
        this.clock = clock;
    }

    public List<Module> stale(List<Module> modules) {
        return modules.stream()
                .filter(module -> Staleness.isStale(module.built(layout.root()), module.sources(layout.root())))
                .toList();
    }

    public void build(List<Module> modules) {
        for (Module module : modules) {
            if (!Files.exists(layout.module(module.folder()).resolve("pom.xml"))) {
                throw new StackFailure("The module " + module.folder() + " is not in " + layout.root() + ".");
            }
        }
        List<Module> stale = stale(modules);
        if (stale.isEmpty()) {
            return;
        }
        String names = stale.stream().map(Module::folder).collect(Collectors.joining(","));
        progress.begin("build");
        FileTime began = FileTime.from(clock.instant());
        new RunMaven(layout.root(), layout.shared().resolve("logs/build.log"))
                .run(
                        "Building " + names,
                        List.of(
                                "-T2",
                                skipTests(stale),
                                "-Dspotless.check.skip=true",
                                "-Djacoco.skip=true",
                                "-pl",
                                names,
                                "-am",
                                "package"));
        stale.forEach(module -> touch(module.built(layout.root()), began));
        progress.end("build", names.replace(",", ", "));
    }

    /**
     * Tests are not even compiled, so that a broken one does not keep the stack from starting; unless a module takes
     * another one's test jar, which exists only if they are.
     */
    private String skipTests(List<Module> modules) {
        boolean testJars = modules.stream().anyMatch(module -> {
            Path pom = layout.module(module.folder()).resolve("pom.xml");
            try {
                return Files.readString(pom).contains("<type>test-jar</type>");
            } catch (IOException e) {
                throw new StackFailure(pom + " cannot be read: " + e.getMessage(), e);
            }
        });
        return testJars ? "-DskipTests" : "-Dmaven.test.skip=true";
    }

    /** As old as the start of the build: what was edited meanwhile is stale again, what was kept as it was is not. */
    private static void touch(Path artifact, FileTime time) {
        try {
            if (!Files.exists(artifact)) {
                throw new StackFailure("The build did not make " + artifact + ".");
            }
            Files.setLastModifiedTime(artifact, time);
        } catch (IOException e) {
            throw new StackFailure(artifact + " cannot be touched: " + e.getMessage(), e);
        }
    }
}
