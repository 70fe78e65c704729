package chat.natter.load.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class LagTest {
    private static final TopicPartition FIRST = new TopicPartition("chat.events", 0);
    private static final TopicPartition SECOND = new TopicPartition("chat.events", 1);
    private static final TopicPartition REMOVED = new TopicPartition("gone", 0);

    @Test
    void addsTheDistancesOfAllPartitionsOfAGroup() {
        assertThat(Lag.of(
                        Map.of(
                                "history", Map.of(FIRST, at(10), SECOND, at(5)),
                                "message", Map.of(FIRST, at(90))),
                        Map.of(FIRST, 100L, SECOND, 7L)))
                .isEqualTo(Map.of("history", 92L, "message", 10L));
    }

    @Test
    void isNotBehindWhereACommitCameAfterTheEndWasRead() {
        assertThat(Lag.of(Map.of("history", Map.of(FIRST, at(101))), Map.of(FIRST, 100L)))
                .isEqualTo(Map.of("history", 0L));
    }

    @Test
    void leavesOutTopicsThatAreGone() {
        assertThat(Lag.of(Map.of("history", Map.of(REMOVED, at(1))), Map.of())).isEmpty();
    }

    private static OffsetAndMetadata at(long offset) {
        return new OffsetAndMetadata(offset);
    }
}
