package chat.natter.stack.cli;

import chat.natter.stack.build.Module;
import chat.natter.stack.plan.StackLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Breaks parts of the running stack under load, one after the other, and judges what came of it. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Kills, pauses and restarts each part of the running stack under load and cuts networks between"
                + " them, by chance; then checks that nothing that was acknowledged is lost, doubled or out of order."
                + " All other options go to the tool as they are; ./natter faults -- --help shows them.")
final class FaultsCommand implements Callable<Integer> {
    @Mixin
    private final BaseOption base = new BaseOption();

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() {
        StackLayout layout = base.layout();
        List<String> arguments = new ArrayList<>(List.of("faults"));
        rest.stream().filter(argument -> !argument.equals("--")).forEach(arguments::add);
        return new RunTool(layout, Module.LOAD)
                .run(
                        List.of(),
                        arguments,
                        Map.of("NATTER_STACK_FILE", layout.stackFile().toString()));
    }
}
