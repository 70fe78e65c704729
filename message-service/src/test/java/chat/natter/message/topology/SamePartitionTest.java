package chat.natter.message.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class SamePartitionTest {
    private static final int PARTITIONS = 7;

    @Test
    void isThatOfTheProducer() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> "user-" + i))
                .allSatisfy(key -> assertThat(SamePartition.of(key, PARTITIONS))
                        .isEqualTo(
                                BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), PARTITIONS)));
    }

    @Test
    void groupsKeysInTheirOrder() {
        // Given
        List<String> keys = IntStream.range(0, 100).mapToObj(i -> "user-" + i).toList();
        // Then
        assertThat(SamePartition.groups(keys, PARTITIONS))
                .hasSize(PARTITIONS)
                .allSatisfy(group -> assertThat(group).isSubsetOf(keys))
                .flatExtracting(group -> group)
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(SamePartition.groups(keys, 1)).containsExactly(keys);
    }

    @Test
    void leavesEachKeyAloneWhereTheNumberIsNotKnown() {
        assertThat(SamePartition.groups(List.of("one", "two"), TopicPartitions.UNKNOWN))
                .containsExactly(List.of("one"), List.of("two"));
    }
}
