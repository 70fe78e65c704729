package chat.natter.message.topology;

import chat.natter.contract.InvalidId;
import chat.natter.message.stage.UnreadableRecord;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The edge of a stage: reads a record, gives it to the stage, puts it aside if it cannot be read. A stage checks what
 * it reads before it writes, so a record that is put aside has left no trace.
 */
final class StageProcessor implements Processor<String, byte[], String, Output> {
    private final String store;
    private final Sinks sinks;
    private final ToIntFunction<String> partitions;
    private final StageMeters meters;
    private final FollowedRecord followed;
    private final StageFactory factory;
    private @Nullable Stage stage;
    private @Nullable SendToDeadLetters deadLetters;
    private @Nullable ProcessorContext<String, Output> context;

    StageProcessor(
            String store,
            Sinks sinks,
            ToIntFunction<String> partitions,
            StageTelemetry telemetry,
            StageFactory factory) {
        this.store = store;
        this.sinks = sinks;
        this.partitions = partitions;
        this.meters = telemetry.meters();
        this.followed = telemetry.followed();
        this.factory = factory;
    }

    /** Makes the stage of one task. */
    interface StageFactory {
        Stage create(ProcessorContext<String, Output> context, StreamsOrderedStore store, StreamsOutputs outputs);
    }

    /** A stage, as far as this edge knows it. */
    interface Stage {
        void process(String key, byte[] value, RecordMetadata place, long timestamp)
                throws InvalidProtocolBufferException;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        KeyValueStore<Bytes, byte[]> bytes = processorContext.getStateStore(store);
        deadLetters = new SendToDeadLetters(processorContext, sinks, followed);
        stage = factory.create(
                processorContext,
                new StreamsOrderedStore(bytes),
                new StreamsOutputs(processorContext, sinks, partitions, new StageTelemetry(meters, followed)));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        ProcessorContext<String, Output> initialised = Objects.requireNonNull(context);
        RecordMetadata place = initialised.recordMetadata().orElseThrow();
        long began = System.nanoTime();
        followed.begin(record, place);
        try {
            if (record.key() == null || record.value() == null) {
                throw new UnreadableRecord("a record without key or value");
            }
            Objects.requireNonNull(stage).process(record.key(), record.value(), place, record.timestamp());
        } catch (InvalidProtocolBufferException | InvalidId | UnreadableRecord e) {
            Objects.requireNonNull(deadLetters)
                    .send(record.key(), record.value(), record.timestamp(), place, String.valueOf(e.getMessage()));
            meters.deadLetter();
        } finally {
            followed.end();
        }
        meters.processed(System.nanoTime() - began, initialised.currentSystemTimeMs() - record.timestamp());
    }
}
