package chat.natter.stack.cli;

import chat.natter.stack.build.BuildModules;
import chat.natter.stack.build.Module;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.RunForeground;
import chat.natter.stack.report.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs one of the project's own tools in this terminal, built first if it is stale. */
final class RunTool {
    private final StackLayout layout;
    private final Module module;

    RunTool(StackLayout layout, Module module) {
        this.layout = layout;
        this.module = module;
    }

    int run(List<String> jvmOptions, List<String> arguments, Map<String, String> environment) {
        try (Progress progress = Terminal.progress()) {
            new BuildModules(layout, progress, Clock.systemUTC()).build(List.of(module));
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-jar");
        command.add(layout.module(module.folder()).resolve(module.artifact()).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        return RunForeground.run(module.artifact(), builder);
    }
}
