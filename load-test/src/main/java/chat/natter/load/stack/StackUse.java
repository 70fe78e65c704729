package chat.natter.load.stack;

import chat.natter.load.measure.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the stack used during one part of a scenario.
 *
 * @param during which part of the scenario
 * @param count of what was done meanwhile
 * @param unit one of those, as in "per message"
 * @param parts by process, in the order in which they were started; without those that were not there all the time
 * @param cpu in cores, by process, by the second at which it was looked at
 * @param kafka null if that is not known
 */
public record StackUse(
        String during,
        double seconds,
        long count,
        String unit,
        Map<String, PartUse> parts,
        SortedMap<Double, Map<String, Double>> cpu,
        @Nullable KafkaUse kafka) {
    private static final int SHOWN_TOPICS = 6;
    private static final int SHOWN_GROUPS = 4;
    private static final long LAG_WORTH_A_WORD = 1;

    public StackUse {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        cpu = Collections.unmodifiableSortedMap(new TreeMap<>(cpu));
    }

    /** Milliseconds of CPU for each that was done. */
    public double cpuMillisPerOne(PartUse part) {
        return perOne(part.cpuMillis());
    }

    public long cpuMillisInAll() {
        return parts.values().stream().mapToLong(PartUse::cpuMillis).sum();
    }

    /** A number in relation to what was done. */
    public double perOne(long number) {
        return number / (double) Math.max(1, count);
    }

    /** For a person; nothing if nothing is known. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (parts.isEmpty() && kafka == null) {
            return lines;
        }
        lines.add(line("%s, %.1f s, %,d × %s:", during, seconds, count, unit));
        parts.forEach((name, part) -> lines.add(line(
                "  %-12s %8.4f ms CPU per %s %6d MiB (%d at most), GC %s",
                name, cpuMillisPerOne(part), unit, part.rssMiB(), part.rssPeakMiB(), part.garbageText())));
        lines.add(line("  %-12s %8.4f ms CPU per %s", "all", perOne(cpuMillisInAll()), unit));
        if (kafka == null) {
            lines.add("  Kafka: not known");
        } else {
            lines.add("  " + written(kafka));
            lines.add("  " + lag(kafka));
        }
        return lines;
    }

    private String written(KafkaUse used) {
        String topics = used.written().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN_TOPICS)
                .map(topic -> topic.getKey() + " " + Figure.text(perOne(topic.getValue())))
                .collect(Collectors.joining(", "));
        return line("Kafka: %s records written per %s: %s", Figure.text(perOne(used.writtenInAll())), unit, topics);
    }

    private static String lag(KafkaUse used) {
        String groups = used.behind().entrySet().stream()
                .filter(group -> group.getValue().most() >= LAG_WORTH_A_WORD)
                .sorted((one, other) ->
                        Long.compare(other.getValue().most(), one.getValue().most()))
                .limit(SHOWN_GROUPS)
                .map(group -> line(
                        "%s %,d (%,d at the end)",
                        group.getKey(),
                        group.getValue().most(),
                        group.getValue().atEnd()))
                .collect(Collectors.joining(", "));
        return "lag at most, records: " + (groups.isEmpty() ? "none" : groups);
    }

    /** For a program. */
    public Map<String, Object> asMap() {
        Map<String, Object> usedByPart = new LinkedHashMap<>();
        parts.forEach((name, part) -> usedByPart.put(name, part.asMap()));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("during", during);
        map.put("seconds", seconds);
        map.put("count", count);
        map.put("unit", unit);
        map.put("cpuMillisPerOne", perOne(cpuMillisInAll()));
        map.put("parts", usedByPart);
        map.put("cpuCoresBySecond", cpu);
        map.put("kafka", kafka == null ? null : kafka.asMap(count));
        return map;
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
