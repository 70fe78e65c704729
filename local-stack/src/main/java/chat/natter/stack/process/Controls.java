package chat.natter.stack.process;

import java.time.Duration;

/**
 * How a running part is ended and frozen: by signals if it is a process of its own, through its engine if it is held.
 */
public sealed interface Controls permits ProcessControls, ContainerControls {
    static Controls of(Launch launch, ProcessId process, ContainerEngine engine) {
        ProcessControls own = new ProcessControls(process);
        return launch.container() == null ? own : new ContainerControls(launch.container(), engine, own);
    }

    /** Returns when it has ended: politely first, by SIGKILL when {@code grace} is over. */
    void stop(Duration grace);

    /** SIGKILL: it gets no chance to say goodbye. Returns when it has ended. */
    void kill();

    /** It keeps its sockets but answers nothing. */
    void pause();

    void resume();

    /** From now on it cannot write to any file, as on a full disk. It stays so until it ends. */
    void fillDisk();
}
