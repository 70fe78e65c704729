package chat.natter.load.compare;

import chat.natter.load.compare.trial.Contender;
import chat.natter.load.compare.trial.Trial;
import chat.natter.load.compare.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every contender does every trial that makes sense for it; only one of the other servers runs at a time. */
final class RunComparison {
    /** Whoever has left is away for the next trial. */
    private static final Duration SESSIONS_END = Duration.ofSeconds(3);

    private final List<Trial> trials;
    private final StartContender start;
    private final ResultFiles files;
    private final Consumer<String> progress;

    RunComparison(List<Trial> trials, StartContender start, ResultFiles files, Consumer<String> progress) {
        this.trials = trials;
        this.start = start;
        this.files = files;
        this.progress = progress;
    }

    Comparison run(List<ContenderName> contenders) throws IOException, InterruptedException {
        for (ContenderName name : contenders) {
            progress.accept("starting " + name);
            List<TrialResult> results = new ArrayList<>();
            try (Contender contender = start.start(name)) {
                for (Trial trial : trials) {
                    if (contender.isDurable() || !trial.needsDurability()) {
                        progress.accept(contender.name() + ": " + trial.name());
                        results.add(attempt(trial, contender));
                        files.write(name, results);
                        Thread.sleep(SESSIONS_END.toMillis());
                    }
                }
            }
        }
        Map<ContenderName, List<TrialResult>> all = files.readAll();
        Path report = files.writeReport(new WriteHtml(all).html());
        progress.accept("report: " + report);
        return new Comparison(all);
    }

    /** What one contender cannot do must not keep the others from being measured. */
    private static TrialResult attempt(Trial trial, Contender contender) throws IOException, InterruptedException {
        try {
            return trial.run(contender);
        } catch (IllegalStateException e) {
            return new TrialResult(
                    trial.name(), contender.name(), Map.of(), Map.of(), Map.of(), 0, String.valueOf(e.getMessage()));
        }
    }
}
