package chat.natter.stack.run;

import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.state.RunningPart;
import chat.natter.stack.state.StackFile;
import chat.natter.stack.state.StackState;
import java.util.List;

/** {@code down}: stops what {@code up} started, by process id. The data stays. */
public final class StopStack {
    private final StackLayout layout;

    public StopStack(StackLayout layout) {
        this.layout = layout;
    }

    /** The number of processes that were running. */
    public int stop() {
        return StackLock.holding(layout.base(), this::stopLocked);
    }

    /** For a command that holds the lock already. */
    int stopLocked() {
        StackFile file = new StackFile(layout.stackFile());
        List<RunningPart> parts = file.read().map(StackState::services).orElse(List.of());
        int running =
                (int) parts.stream().filter(part -> part.process().isAlive()).count();
        new StopParts(file).stop(parts);
        return running;
    }
}
