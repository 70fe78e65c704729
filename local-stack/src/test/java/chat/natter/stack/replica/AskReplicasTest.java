package chat.natter.stack.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

class AskReplicasTest {
    @Test
    void isInSyncWhenEveryReplicaIsAndOneLeads() {
        assertThat(AskReplicas.isInSync(new TopicPartitionInfo(0, node(1), nodes(3), nodes(3))))
                .isTrue();
        assertThat(AskReplicas.isInSync(new TopicPartitionInfo(0, node(1), nodes(3), nodes(2))))
                .isFalse();
        assertThat(AskReplicas.isInSync(new TopicPartitionInfo(0, null, nodes(1), nodes(1))))
                .isFalse();
    }

    private static List<Node> nodes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(AskReplicasTest::node).toList();
    }

    private static Node node(int id) {
        return new Node(id, "localhost", id);
    }
}
