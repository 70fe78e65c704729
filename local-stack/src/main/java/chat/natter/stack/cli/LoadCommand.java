package chat.natter.stack.cli;

import chat.natter.stack.LocalStack;
import chat.natter.stack.build.Module;
import chat.natter.stack.plan.StackLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Runs the load generator against the running stack. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Runs a scenario of the load generator against the running stack, e.g. ./natter load one-to-one."
                + " All other options go to it as they are; ./natter load -- --help shows the scenarios.")
final class LoadCommand implements Callable<Integer> {
    @Mixin
    private final BaseOption base = new BaseOption();

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() {
        StackLayout layout = base.layout();
        LocalStack stack = LocalStack.at(layout.stackFile());
        List<String> arguments = new ArrayList<>(
                rest.stream().filter(argument -> !argument.equals("--")).toList());
        boolean namesAScenario = !arguments.isEmpty() && !arguments.get(0).startsWith("-");
        for (int index = 1; namesAScenario && index <= stack.gateways(); index++) {
            arguments.addAll(List.of("--url", stack.gatewayUrl(index).toString()));
        }
        return new RunTool(layout, Module.LOAD)
                .run(
                        List.of(),
                        arguments,
                        Map.of("NATTER_STACK_FILE", layout.stackFile().toString()));
    }
}
