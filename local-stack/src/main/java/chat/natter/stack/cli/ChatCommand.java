package chat.natter.stack.cli;

import chat.natter.stack.LocalStack;
import chat.natter.stack.build.Module;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.setup.DemoAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Opens the terminal client on the running stack. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description =
                "Opens a chat in this terminal, on the running stack. Any other option goes to the client as it is.")
final class ChatCommand implements Callable<Integer> {
    @Option(names = "--as", required = true, paramLabel = "NAME", description = "User name to sign in with.")
    private String as = "";

    @Option(names = "--to", paramLabel = "NAME", description = "User name to talk to.")
    private @Nullable String to;

    @Option(
            names = "--gateway",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which gateway to connect to. Default: ${DEFAULT-VALUE}")
    private int gateway;

    @Mixin
    private final BaseOption base = new BaseOption();

    @Unmatched
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() {
        StackLayout layout = base.layout();
        LocalStack stack = LocalStack.at(layout.stackFile());
        List<String> arguments =
                new ArrayList<>(List.of("--url", stack.gatewayUrl(gateway).toString(), "--as", as));
        if (to != null) {
            arguments.addAll(List.of("--to", to));
        }
        arguments.addAll(rest);
        Map<String, String> environment = DemoAccount.of(as)
                .map(account -> Map.of("NATTER_PASSWORD", account.password()))
                .orElse(Map.of());
        return new RunTool(layout, Module.CHAT)
                .run(
                        List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        arguments,
                        System.getenv("NATTER_PASSWORD") == null ? environment : Map.of());
    }
}
