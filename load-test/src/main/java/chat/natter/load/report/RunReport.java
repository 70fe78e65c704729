package chat.natter.load.report;

import chat.natter.load.measure.CountOverTime;
import chat.natter.load.measure.Figure;
import chat.natter.load.measure.Latency;
import chat.natter.load.stack.StackUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of one run.
 *
 * @param scenario its name on the command line
 * @param arguments with which it was called
 * @param lines the result as it is printed
 * @param figures the result as JSON has it; times in milliseconds
 */
public record RunReport(
        String scenario,
        List<String> arguments,
        Instant began,
        boolean faultless,
        List<Figure> headlines,
        List<Latency> latencies,
        List<CountOverTime> counts,
        List<StackUse> stack,
        List<String> lines,
        Map<String, Object> figures) {
    private static final int MOST_WINDOWS = 600;

    public RunReport {
        arguments = List.copyOf(arguments);
        headlines = List.copyOf(headlines);
        latencies = List.copyOf(latencies);
        counts = List.copyOf(counts);
        stack = List.copyOf(stack);
        lines = List.copyOf(lines);
        figures = new LinkedHashMap<>(figures);
    }

    /** For a program. Times in milliseconds unless the name says otherwise; null is not known. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("scenario", scenario);
        map.put("arguments", arguments);
        map.put("began", began.toString());
        map.put("machine", Machine.here().asMap());
        map.put("faultless", faultless);
        map.put("figures", figures);
        map.put("latencies", latencies.stream().map(RunReport::asMap).toList());
        map.put("counts", counts);
        map.put("stack", stack.stream().map(StackUse::asMap).toList());
        return map;
    }

    private static Map<String, Object> asMap(Latency latency) {
        List<List<Double>> curve = new ArrayList<>();
        latency.curve().forEach(step -> curve.add(List.of(step.percentile(), step.millis())));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", latency.what());
        map.put("count", latency.count());
        map.put("millis", latency.percentiles());
        map.put("millisBySecond", latency.overTime(MOST_WINDOWS));
        map.put("percentileCurve", curve);
        return map;
    }
}
