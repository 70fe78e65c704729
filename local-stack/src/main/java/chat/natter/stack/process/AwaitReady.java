package chat.natter.stack.process;

import chat.natter.stack.report.StackFailure;
import java.time.Duration;

/** Waits until a started process serves; a process that dies or dawdles becomes a failure that shows its last words. */
public final class AwaitReady {
    private static final Duration INTERVAL = Duration.ofMillis(150);

    private final Duration patience;

    public AwaitReady(Duration patience) {
        this.patience = patience;
    }

    public void await(Launch launch, ProcessId id) {
        boolean settled = Patience.until(() -> !id.isAlive() || launch.probe().isReady(), patience, INTERVAL);
        if (!id.isAlive()) {
            throw new StackFailure(launch.name() + " died while starting. Its log " + launch.log() + " ends with:"
                    + System.lineSeparator() + LogTail.of(launch.log()));
        }
        if (!settled) {
            throw new StackFailure(launch.name() + " is not ready after " + patience.toSeconds() + " s ("
                    + launch.probe().target() + "). Its log " + launch.log() + " ends with:" + System.lineSeparator()
                    + LogTail.of(launch.log()));
        }
    }
}
