package chat.natter.stack.cli;

import chat.natter.stack.run.StackStatus;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows every part with its address, process id, readiness and memory."
                + " Exit code 3 if a part that was started is not ready.")
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_READY = 3;

    @Option(names = "--json", description = "Print {\"services\": [{name, url, pid, ready, rssMiB}]}.")
    private boolean json;

    @Mixin
    private final BaseOption base = new BaseOption();

    @Override
    public Integer call() throws JsonProcessingException {
        List<StackStatus.Line> lines = new StackStatus(base.layout()).lines();
        if (json) {
            Terminal.OUT.println(new ObjectMapper().writeValueAsString(Map.of("services", lines)));
        } else if (lines.isEmpty()) {
            Terminal.OUT.println("Nothing runs. Start it with ./natter up.");
        } else {
            print(lines);
        }
        return lines.stream().allMatch(StackStatus.Line::ready) ? 0 : NOT_READY;
    }

    private static void print(List<StackStatus.Line> lines) {
        String form = "%-14s %-28s %8s  %-9s %6s%n";
        Terminal.OUT.printf(Locale.ROOT, form, "NAME", "ADDRESS", "PID", "STATE", "MIB");
        for (StackStatus.Line line : lines) {
            String state = line.pid() == 0 ? "dead" : line.ready() ? "ready" : "not ready";
            Terminal.OUT.printf(Locale.ROOT, form, line.name(), line.url(), line.pid(), state, line.rssMiB());
        }
        Terminal.OUT.printf(
                Locale.ROOT,
                form,
                "",
                "",
                "",
                "all",
                lines.stream().mapToLong(StackStatus.Line::rssMiB).sum());
    }
}
