package chat.natter.load.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What went through Kafka.
 *
 * @param written records by topic, of those to which anything was written
 * @param lag of each group at every look, by the second at which it was taken: see {@link Lag}
 */
public record KafkaUse(SortedMap<String, Long> written, SortedMap<Double, Map<String, Long>> lag) {
    public KafkaUse {
        written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
        lag = Collections.unmodifiableSortedMap(new TreeMap<>(lag));
    }

    static KafkaUse between(
            Map<String, Long> before, Map<String, Long> after, SortedMap<Double, Map<String, Long>> lag) {
        SortedMap<String, Long> written = new TreeMap<>();
        after.forEach((topic, end) -> {
            // A topic that was removed and made again begins at 0.
            long since = before.getOrDefault(topic, 0L);
            long grown = end >= since ? end - since : end;
            if (grown > 0) {
                written.put(topic, grown);
            }
        });
        return new KafkaUse(written, lag);
    }

    public long writtenInAll() {
        return written.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How far a group was behind.
     *
     * @param atEnd at the last look
     * @param most at any look
     */
    public record Behind(long atEnd, long most) {}

    /** By group. */
    public SortedMap<String, Behind> behind() {
        SortedMap<String, Behind> behind = new TreeMap<>();
        lag.values()
                .forEach(look -> look.forEach((group, now) -> behind.merge(
                        group,
                        new Behind(now, now),
                        (before, latest) -> new Behind(now, Math.max(before.most(), now)))));
        return behind;
    }

    Map<String, Object> asMap(long count) {
        Map<String, Object> perOne = new LinkedHashMap<>();
        written.forEach((topic, records) -> perOne.put(topic, records / (double) Math.max(1, count)));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("recordsWritten", written);
        map.put("recordsWrittenInAll", writtenInAll());
        map.put("recordsWrittenPerOne", perOne);
        map.put("lag", behind());
        map.put("lagBySecond", lag);
        return map;
    }
}
