package chat.natter.stack.cli;

import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.run.ResetStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Back to the beginning. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Stops the stack and deletes its data, logs and secrets. Unpacked servers and builds stay.")
final class ResetCommand implements Callable<Integer> {
    @Mixin
    private final BaseOption base = new BaseOption();

    @Override
    public Integer call() {
        StackLayout layout = base.layout();
        new ResetStack(layout).reset();
        Terminal.OUT.println("The stack in " + layout.base() + " is stopped and its data deleted.");
        return 0;
    }
}
