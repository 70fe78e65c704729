package chat.natter.load.stack;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records lie before readers who commit. What is processed and not committed yet counts too, so a reader who
 * keeps up lags by what comes between two commits.
 */
final class Lag {
    private Lag() {}

    /** By group. Partitions whose end is not known, and those of which nothing was ever committed, are left out. */
    static Map<String, Long> of(
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed, Map<TopicPartition, Long> ends) {
        Map<String, Long> lag = new TreeMap<>();
        committed.forEach((group, partitions) -> partitions.forEach((partition, offset) -> {
            Long end = ends.get(partition);
            if (end != null && offset != null) {
                lag.merge(group, behind(offset, end), Long::sum);
            }
        }));
        return lag;
    }

    private static long behind(OffsetAndMetadata offset, long end) {
        // Both are read one after the other: a commit may already lie behind the end.
        return Math.max(0, end - offset.offset());
    }
}
