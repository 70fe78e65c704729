package chat.natter.load.faults;

import chat.natter.load.ledger.Fault;
import chat.natter.load.scenario.ScenarioResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a run: the verdict, and how long each trouble was felt. */
public final class FaultsResult implements ScenarioResult {
    private static final int SHOWN = 20;

    private final long seed;
    private final List<TroubleReport> troubles;
    private final List<Fault> faults;
    private final List<String> unwanted;
    private final int sends;
    private final Path history;

    FaultsResult(
            long seed,
            List<TroubleReport> troubles,
            List<Fault> faults,
            List<String> unwanted,
            int sends,
            Path history) {
        this.seed = seed;
        this.troubles = List.copyOf(troubles);
        this.faults = List.copyOf(faults);
        this.unwanted = List.copyOf(unwanted);
        this.sends = sends;
        this.history = history;
    }

    @Override
    public boolean isFaultless() {
        return faults.isEmpty()
                && unwanted.isEmpty()
                && troubles.stream().allMatch(TroubleReport::isOver)
                && !troubles.isEmpty();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%3s  %6s  %-44s %7s %8s %8s %10s %9s",
                "#",
                "at s",
                "trouble",
                "held s",
                "ready s",
                "back s",
                "slowest s",
                "messages"));
        troubles.forEach(trouble -> lines.add(row(trouble)));
        lines.add(sends + " messages acknowledged, seed " + seed + ", history in " + history);
        troubles.stream()
                .filter(trouble -> !trouble.isOver())
                .forEach(trouble ->
                        lines.add("NOT BACK after " + trouble.text() + ": " + String.join(", ", trouble.missing())));
        unwanted.stream().limit(SHOWN).forEach(what -> lines.add("UNWANTED " + what));
        faults.stream().limit(SHOWN).forEach(fault -> lines.add("FAULT " + fault));
        lines.add(
                isFaultless()
                        ? "Passed: nothing acknowledged is lost, nothing came twice, one order for all, marks only rose,"
                                + " history is whole"
                        : "FAILED: " + faults.size() + " faults, " + unwanted.size() + " unwanted answers; again with"
                                + " --seed " + seed);
        return lines;
    }

    static String row(TroubleReport trouble) {
        return String.format(
                Locale.ROOT,
                "%3d  %6.1f  %-44s %7.1f %8.1f %8s %10.2f %9d",
                trouble.number(),
                trouble.at(),
                trouble.text(),
                trouble.held(),
                trouble.ready(),
                trouble.isOver() ? String.format(Locale.ROOT, "%.1f", trouble.back()) : "never",
                trouble.slowest(),
                trouble.arrivals());
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seed", seed);
        map.put("acknowledged", sends);
        map.put("troubles", troubles);
        map.put("faults", faults.stream().map(Fault::toString).toList());
        map.put("unwanted", unwanted);
        map.put("passed", isFaultless());
        return map;
    }
}
