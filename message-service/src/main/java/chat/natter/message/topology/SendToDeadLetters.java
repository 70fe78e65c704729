package chat.natter.message.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts a record that cannot be used aside, as it came and with its cause, so that its partition goes on. */
final class SendToDeadLetters {
    private static final Logger LOG = Logger.getLogger(SendToDeadLetters.class);

    private final ProcessorContext<String, Output> context;
    private final String sink;
    private final FollowedRecord followed;

    SendToDeadLetters(ProcessorContext<String, Output> context, Sinks sinks, FollowedRecord followed) {
        this.context = context;
        this.followed = followed;
        this.sink = sinks.deadLetters();
    }

    void send(@Nullable String key, byte @Nullable [] value, long timestamp, RecordMetadata place, String cause) {
        LOG.warnf(
                "unreadable record put aside topic=%s partition=%d offset=%d%s cause=\"%s\"",
                place.topic(), place.partition(), place.offset(), followed.logged(), cause);
        followed.failed(cause);
        Headers headers = new RecordHeaders()
                .add("natter-topic", utf8(place.topic()))
                .add("natter-partition", utf8(Integer.toString(place.partition())))
                .add("natter-offset", utf8(Long.toString(place.offset())))
                .add("natter-cause", utf8(cause));
        Output output = Output.of(value == null ? new byte[0] : value);
        context.forward(new Record<>(key == null ? "" : key, output, Math.max(0, timestamp), headers), sink);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
