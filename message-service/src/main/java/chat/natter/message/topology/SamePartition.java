package chat.natter.message.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/** Which keys a producer puts into the same partition. */
final class SamePartition {
    private SamePartition() {}

    /** As the producer's own partitioner has it for keys that are texts. */
    static int of(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** The keys by partition, in their order; each for itself if the number of partitions is not known. */
    static Collection<List<String>> groups(List<String> keys, int partitions) {
        if (partitions <= 0) {
            return keys.stream().map(List::of).toList();
        }
        Map<Integer, List<String>> groups = new LinkedHashMap<>();
        for (String key : keys) {
            groups.computeIfAbsent(of(key, partitions), first -> new ArrayList<>())
                    .add(key);
        }
        return groups.values();
    }
}
