package chat.natter.load.compare;

import chat.natter.load.compare.trial.TrialResult;
import chat.natter.load.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All results side by side: a row for each figure, a column for each contender. */
final class Comparison implements ScenarioResult {
    private static final String LABEL = "%-42s";
    private static final String CELL = "%22s";

    private final Map<ContenderName, List<TrialResult>> results;

    Comparison(Map<ContenderName, List<TrialResult>> results) {
        this.results = results;
    }

    /** One line of the table; a cell is empty where a contender has no such figure. */
    record Row(String trial, String figure, List<Optional<Double>> cells) {}

    List<String> contenders() {
        return results.values().stream()
                .filter(list -> !list.isEmpty())
                .map(list -> list.get(0).contender())
                .toList();
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String trial : names(TrialResult::trial)) {
            Set<String> figures = new LinkedHashSet<>();
            of(trial)
                    .forEach(result ->
                            result.ifPresent(one -> figures.addAll(figures(one).keySet())));
            for (String figure : figures) {
                List<Optional<Double>> cells = of(trial).stream()
                        .map(result -> result.map(one -> figures(one).get(figure)))
                        .toList();
                rows.add(new Row(trial, figure, cells));
            }
        }
        return rows;
    }

    private Set<String> names(java.util.function.Function<TrialResult, String> name) {
        Set<String> names = new LinkedHashSet<>();
        results.values().forEach(list -> list.forEach(result -> names.add(name.apply(result))));
        return names;
    }

    /** Of each contender that has results, the one of that trial. */
    private List<Optional<TrialResult>> of(String trial) {
        return results.values().stream()
                .filter(list -> !list.isEmpty())
                .map(list -> list.stream()
                        .filter(result -> result.trial().equals(trial))
                        .findFirst())
                .toList();
    }

    private static Map<String, Double> figures(TrialResult result) {
        Map<String, Double> figures = new LinkedHashMap<>(result.figures());
        if (!result.cpuMicrosPerMessage().isEmpty()) {
            figures.put("CPU µs per message", sum(result.cpuMicrosPerMessage()));
        }
        figures.put("RSS MiB", sum(result.rssMiB()));
        figures.put("faults", (double) result.faults());
        return figures;
    }

    private static double sum(Map<String, ? extends Number> values) {
        return values.values().stream().mapToDouble(Number::doubleValue).sum();
    }

    @Override
    public boolean isFaultless() {
        return results.values().stream().allMatch(list -> list.stream().allMatch(TrialResult::passed));
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, LABEL, ""));
        contenders().forEach(name -> head.append(String.format(Locale.ROOT, CELL, name)));
        lines.add(head.toString());
        for (Row row : rows()) {
            StringBuilder line =
                    new StringBuilder(String.format(Locale.ROOT, LABEL, row.trial() + ": " + row.figure()));
            row.cells().forEach(cell -> line.append(String.format(Locale.ROOT, CELL, text(cell))));
            lines.add(line.toString());
        }
        results.values()
                .forEach(list -> list.forEach(result -> {
                    if (!result.cpuMicrosPerMessage().isEmpty()) {
                        StringBuilder parts =
                                new StringBuilder(result.contender() + ", " + result.trial() + ", CPU µs:");
                        result.cpuMicrosPerMessage()
                                .forEach((name, micros) ->
                                        parts.append(String.format(Locale.ROOT, " %s %.0f", name, micros)));
                        lines.add(parts.toString());
                    }
                    if (result.failure() != null) {
                        lines.add("FAILED " + result.contender() + ", " + result.trial() + ": " + result.failure());
                    }
                }));
        return lines;
    }

    /** Three digits that count. */
    static String text(Optional<Double> cell) {
        return cell.map(value -> String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value))
                .orElse("–");
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        results.forEach((name, list) -> map.put(name.toString(), list));
        return map;
    }
}
