package chat.natter.load;

import chat.natter.load.compare.CompareCommand;
import chat.natter.load.drain.DrainCommand;
import chat.natter.load.faults.FaultsCommand;
import chat.natter.load.group.GroupCommand;
import chat.natter.load.media.MediaCommand;
import chat.natter.load.mixed.MixedCommand;
import chat.natter.load.onetoone.OneToOneCommand;
import chat.natter.load.presence.PresenceCommand;
import chat.natter.load.reconnect.ReconnectCommand;
import chat.natter.load.rolling.RollingCommand;
import chat.natter.load.storm.StormCommand;
import chat.natter.load.topic.TopicCommand;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code natter load}: one scenario a subcommand, all on the public protocol. Each exits with 1 if anything was not as
 * it has to be.
 */
@Command(
        name = "natter load",
        mixinStandardHelpOptions = true,
        subcommands = {
            OneToOneCommand.class,
            GroupCommand.class,
            DrainCommand.class,
            MediaCommand.class,
            MixedCommand.class,
            PresenceCommand.class,
            ReconnectCommand.class,
            RollingCommand.class,
            StormCommand.class,
            TopicCommand.class,
            FaultsCommand.class,
            CompareCommand.class
        },
        description = "Puts load on the running stack, measures it, and checks what came of it.")
public final class NatterLoad {
    private static final PrintStream ERR = System.err;

    private NatterLoad() {}

    public static void main(String... arguments) {
        CommandLine command = new CommandLine(new NatterLoad());
        command.setExecutionExceptionHandler((failure, line, result) -> {
            ERR.println("natter load: " + failure.getMessage());
            return 1;
        });
        System.exit(command.execute(arguments));
    }
}
