package chat.natter.load.compare;

import chat.natter.load.compare.trial.DrainTrial;
import chat.natter.load.compare.trial.GroupTrial;
import chat.natter.load.compare.trial.IdleTrial;
import chat.natter.load.compare.trial.OneToOneTrial;
import chat.natter.load.compare.trial.Trial;
import chat.natter.load.compare.xmpp.InstallServers;
import chat.natter.load.compare.xmpp.XmppContenders;
import chat.natter.load.scenario.TellResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "The same load on Natter, ejabberd and Prosody, one after the other, with every delivery checked."
                + " Results of earlier runs in the same folder are shown beside the new ones.")
public final class CompareCommand implements Callable<Integer> {
    private static final String ALL = "natter,ejabberd-durable,ejabberd,prosody-durable,prosody";
    private static final int OUTSTANDING = 4;
    private static final int DRAIN_OUTSTANDING = 64;

    @Mixin
    private final TellResult tell = new TellResult();

    @Option(
            names = "--contenders",
            split = ",",
            defaultValue = ALL,
            paramLabel = "NAME",
            description = "Default: ${DEFAULT-VALUE}")
    private List<ContenderName> contenders = new ArrayList<>();

    @Option(
            names = "--results",
            required = true,
            paramLabel = "DIR",
            description = "One JSON file for each contender,"
                    + " and report.html. Also the place for the other servers' files.")
    private Path results = Path.of("");

    @Option(
            names = "--install",
            description = "Installs Debian's packages of ejabberd and Prosody if they are missing.")
    private boolean install;

    @Option(names = "--port", defaultValue = "27443", description = "Of the other servers. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(names = "--pairs", defaultValue = "100", description = "One-to-one. Default: ${DEFAULT-VALUE}")
    private int pairs;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "500,1000,2000",
            description = "Open loops, messages per second. Default: ${DEFAULT-VALUE}")
    private List<Integer> rates = new ArrayList<>();

    @Option(names = "--members", defaultValue = "100", description = "Of the group. Default: ${DEFAULT-VALUE}")
    private int members;

    @Option(names = "--queued", defaultValue = "10000", description = "To be drained. Default: ${DEFAULT-VALUE}")
    private int queued;

    @Option(names = "--sockets", defaultValue = "2000", description = "Idle ones. Default: ${DEFAULT-VALUE}")
    private int sockets;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "20", description = "Of measuring. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (install) {
            InstallServers.install(tell::progress);
        }
        Path root = Path.of(System.getProperty("natter.root", "")).toAbsolutePath();
        Path folder = results.toAbsolutePath();
        StartContender start = new StartContender(new XmppContenders(root, folder.resolve("servers"), port));
        RunComparison run = new RunComparison(trials(), start, new ResultFiles(folder), tell::progress);
        return tell.tell(run.run(contenders));
    }

    private List<Trial> trials() {
        Duration warm = Duration.ofSeconds(warmUp);
        Duration measured = Duration.ofSeconds(seconds);
        List<Trial> trials = new ArrayList<>();
        trials.add(new IdleTrial(sockets));
        rates.forEach(rate -> trials.add(new OneToOneTrial(pairs, OUTSTANDING, rate, warm, measured)));
        trials.add(new OneToOneTrial(pairs, OUTSTANDING, 0, warm, measured));
        trials.add(new GroupTrial(members, OUTSTANDING, warm, measured));
        trials.add(new DrainTrial(queued, DRAIN_OUTSTANDING));
        return trials;
    }
}
