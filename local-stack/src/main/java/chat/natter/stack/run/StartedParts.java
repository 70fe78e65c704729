package chat.natter.stack.run;

import chat.natter.stack.process.AwaitReady;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.ProcessId;
import chat.natter.stack.process.StartProcess;
import chat.natter.stack.report.Progress;
import chat.natter.stack.report.StackFailure;
import chat.natter.stack.state.RunningPart;
import chat.natter.stack.state.StackFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one {@code up} started. Each process is written to the state file before it is waited for, so that none is ever
 * forgotten; when the {@code up} fails or is interrupted, exactly these are stopped again.
 */
final class StartedParts {
    private final StackFile file;
    private final Progress progress;
    private final StartProcess startProcess = new StartProcess();
    private final AwaitReady awaitProcess = new AwaitReady(Duration.ofMinutes(3));

    /** The first time, its image has to be fetched before it can start. One that cannot be fetched ends the waiting. */
    private final AwaitReady awaitContainer = new AwaitReady(Duration.ofMinutes(10));

    private final List<RunningPart> started = new ArrayList<>();
    private volatile boolean closed;

    StartedParts(StackFile file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Starts a part unless it runs already; returns when it is ready. */
    void ensure(String name, Supplier<Launch> prepare) {
        progress.begin(name);
        try {
            Optional<RunningPart> running = file.read()
                    .flatMap(state -> state.part(name))
                    .filter(part -> part.process().isAlive());
            RunningPart part = running.orElseGet(() -> start(prepare.get()));
            AwaitReady awaitReady = part.launch().container() == null ? awaitProcess : awaitContainer;
            awaitReady.await(part.launch(), part.process());
            file.update(state -> state.with(part.asReady()));
            progress.end(name, part.url() + (running.isPresent() ? "  (was running)" : ""));
        } catch (RuntimeException e) {
            if (closed || Thread.currentThread().isInterrupted()) {
                // A consequence of another failure, or of Ctrl-C: not worth telling.
                progress.drop(name);
                throw new StackFailure("Interrupted: everything that was started is stopped again.", e);
            }
            progress.fail(name);
            throw e;
        }
    }

    synchronized int count() {
        return started.size();
    }

    private synchronized RunningPart start(Launch launch) {
        if (closed) {
            throw new StackFailure(launch.name() + " is not started any more.");
        }
        ProcessId id = startProcess.start(launch);
        RunningPart part = RunningPart.started(launch, id);
        started.add(part);
        file.update(state -> state.with(part));
        return part;
    }

    /** Undoes it all. Nothing can be started afterwards. */
    synchronized void stopAgain() {
        closed = true;
        new StopParts(file).stop(List.copyOf(started));
        started.clear();
    }
}
