package chat.natter.stack.run;

import chat.natter.stack.build.DeleteTree;
import chat.natter.stack.plan.StackLayout;

/** {@code reset}: stops the stack and deletes everything that belongs to it. Unpacked servers and builds stay. */
public final class ResetStack {
    private final StackLayout layout;

    public ResetStack(StackLayout layout) {
        this.layout = layout;
    }

    public void reset() {
        StackLock.holding(layout.base(), () -> {
            int stopped = new StopStack(layout).stopLocked();
            layout.disposable().forEach(DeleteTree::delete);
            return stopped;
        });
    }
}
