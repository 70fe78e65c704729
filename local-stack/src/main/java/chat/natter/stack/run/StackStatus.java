package chat.natter.stack.run;

import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.state.RunningPart;
import chat.natter.stack.state.StackFile;
import chat.natter.stack.state.StackState;
import java.util.List;

/** {@code status}: what the state file says, checked against what is really there now. */
public final class StackStatus {
    private final StackLayout layout;

    public StackStatus(StackLayout layout) {
        this.layout = layout;
    }

    /** One line of the answer, in the form of {@code status --json}. A part that died has the id 0. */
    public record Line(String name, String url, long pid, boolean ready, long rssMiB) {}

    public List<Line> lines() {
        return new StackFile(layout.stackFile())
                .read().map(StackState::services).orElse(List.of()).parallelStream()
                        .map(StackStatus::line)
                        .toList();
    }

    private static Line line(RunningPart part) {
        boolean alive = part.process().isAlive();
        return new Line(
                part.name(),
                part.url(),
                alive ? part.pid() : 0,
                alive && part.launch().probe().isReady(),
                part.process().rssMiB());
    }
}
