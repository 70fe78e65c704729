package chat.natter.stack.cli;

import chat.natter.stack.report.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The entry point of {@code ./natter}. */
@Command(
        name = "./natter",
        mixinStandardHelpOptions = true,
        version = "natter 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs Natter on this machine: real servers, every service, no container engine.",
        footer = {
            "",
            "A first look:",
            "  ./natter up",
            "  ./natter chat --as alice --to bob",
            "  ./natter chat --as bob --to alice      (in another terminal)",
            "  ./natter down"
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            RestartCommand.class,
            ResetCommand.class,
            TestCommand.class,
            ChatCommand.class,
            LoadCommand.class,
            FaultsCommand.class,
            CompareCommand.class,
            HelpCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** 0 when all went well, 1 for a failure that was told in a sentence, 2 for a wrong command line. */
    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof StackFailure) {
                        command.getErr().println("natter: " + failure.getMessage());
                        for (Throwable besides : failure.getSuppressed()) {
                            command.getErr().println("natter: " + besides.getMessage());
                        }
                        return 1;
                    }
                    throw failure;
                })
                .execute(arguments);
    }
}
