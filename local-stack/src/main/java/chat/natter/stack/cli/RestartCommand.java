package chat.natter.stack.cli;

import chat.natter.stack.LocalStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Restarts one part as an operator would: it may finish what it is at. */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description =
                "Stops one part, a gateway after it has drained, and starts it again as it was. Returns when it is"
                        + " ready. The names are those of ./natter status.")
final class RestartCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "For example gateway-1, kafka, auth.")
    private String name = "";

    @Mixin
    private final BaseOption base = new BaseOption();

    @Override
    public Integer call() {
        LocalStack.at(base.layout().stackFile()).restart(name);
        return 0;
    }
}
