package chat.natter.message.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class KeepUsefulMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    KeepUsefulMetersTest() {
        registry.config().meterFilter(new KeepUsefulMeters());
    }

    @Test
    void dropsWhatThereIsOfEachStoreAndTask() {
        // When
        registry.counter("kafka.stream.state.put.latency.avg", "task.id", "0_1");
        registry.counter("kafka.stream.task.punctuate.rate", "task.id", "0_1");

        // Then
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void keepsSizesLagAndOurOwn() {
        // When
        registry.counter("kafka.stream.state.estimate.num.keys", "task.id", "0_1");
        registry.counter("kafka.consumer.fetch.manager.records.lag.max");
        registry.counter("natter.message.outputs");

        // Then
        assertThat(registry.getMeters()).hasSize(3);
    }
}
