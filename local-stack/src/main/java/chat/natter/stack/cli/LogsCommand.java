package chat.natter.stack.cli;

import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the log of one part. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Prints the end of a part's log. The names are those of ./natter status.")
final class LogsCommand implements Callable<Integer> {
    private static final int POLL_MILLIS = 200;

    @Parameters(paramLabel = "NAME", description = "For example gateway-1, kafka, auth.")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Keep printing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--kib"},
            paramLabel = "KIB",
            defaultValue = "16",
            description = "How much of the end to print, in KiB. Default: ${DEFAULT-VALUE}")
    private int kib;

    @Mixin
    private final BaseOption base = new BaseOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = base.layout().log(name);
        if (!Files.exists(log)) {
            throw new StackFailure("There is no log of " + name + ". There are: " + names(base.layout()) + ".");
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - kib * 1024L);
            file.seek(from);
            if (from > 0) {
                file.readLine();
            }
            byte[] buffer = new byte[8_192];
            while (true) {
                int read = file.read(buffer);
                if (read > 0) {
                    System.out.write(buffer, 0, read);
                    System.out.flush();
                } else if (!follow) {
                    return 0;
                } else {
                    Thread.sleep(POLL_MILLIS);
                }
            }
        }
    }

    private static String names(StackLayout layout) throws IOException {
        Path folder = layout.base().resolve("logs");
        if (!Files.isDirectory(folder)) {
            return "none yet";
        }
        try (Stream<Path> logs = Files.list(folder)) {
            return logs.map(path -> path.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
