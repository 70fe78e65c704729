package chat.natter.stack.process;

import chat.natter.stack.report.StackFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is done to containers from outside, by the engine's own program. */
public final class ContainerEngine {
    private final String program;

    public ContainerEngine() {
        this("docker");
    }

    /** By another program that takes the same arguments. */
    public ContainerEngine(String program) {
        this.program = program;
    }

    /** Fails with a sentence unless an engine answers. */
    public void require() {
        try {
            run("version");
        } catch (StackFailure e) {
            throw new StackFailure(
                    "Servers in containers need a container engine that runs, and there is none: " + e.getMessage()
                            + " Start one, or leave --servers and NATTER_STACK at processes.",
                    e);
        }
    }

    /** SIGKILL to what runs in it. */
    public void kill(String container) {
        run("kill", container);
    }

    /** Freezes what runs in it: it keeps its sockets but answers nothing. */
    public void pause(String container) {
        run("pause", container);
    }

    public void resume(String container) {
        run("unpause", container);
    }

    /** Ends and deletes a container; one that does not exist does not matter. */
    public void remove(String container) {
        run("rm", "--force", container);
    }

    /** Deletes volumes; one that does not exist does not matter. */
    public void deleteVolumes(Collection<String> volumes) {
        if (!volumes.isEmpty()) {
            List<String> arguments = new ArrayList<>(List.of("volume", "rm", "--force"));
            arguments.addAll(volumes);
            run(arguments.toArray(String[]::new));
        }
    }

    private void run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        RunCommand.Ended ended = RunCommand.run(command);
        if (ended.exit() != 0) {
            String said = ended.said();
            throw new StackFailure(String.join(" ", command) + " says: " + said.substring(said.lastIndexOf('\n') + 1));
        }
    }
}
