package chat.natter.stack.state;

import chat.natter.stack.process.ContainerEngine;
import chat.natter.stack.process.Controls;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.ProcessId;

/** A server or service that was started, and how to start it again. */
public record RunningPart(String name, String url, long pid, long startTicks, boolean ready, Launch launch) {
    public static RunningPart started(Launch launch, ProcessId id) {
        return new RunningPart(launch.name(), launch.url(), id.pid(), id.startTicks(), false, launch);
    }

    public RunningPart asReady() {
        return new RunningPart(name, url, pid, startTicks, true, launch);
    }

    public ProcessId process() {
        return new ProcessId(pid, startTicks);
    }

    public Controls controls(ContainerEngine engine) {
        return Controls.of(launch, process(), engine);
    }
}
