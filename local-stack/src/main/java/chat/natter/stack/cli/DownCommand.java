package chat.natter.stack.cli;

import chat.natter.stack.run.StopStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the stack. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops every process that up started. The data stays for the next start.")
final class DownCommand implements Callable<Integer> {
    @Mixin
    private final BaseOption base = new BaseOption();

    @Override
    public Integer call() {
        int stopped = new StopStack(base.layout()).stop();
        Terminal.OUT.println(stopped == 0 ? "Nothing was running." : "Stopped " + stopped + " processes.");
        return 0;
    }
}
