package chat.natter.history.archive;

import chat.natter.contract.TraceParent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The last step of messages that are followed: until they are durable, each as a span of its own. */
@Singleton
final class FollowArchiving {
    private final Tracer tracer;

    FollowArchiving(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        // The library still makes spans while it is switched off, and throws them away.
        tracer = (off ? OpenTelemetry.noop() : telemetry).getTracer("chat.natter.history");
    }

    /** The steps of those records of a batch that are followed, mostly none; to be ended by who began them. */
    List<Span> begin(List<ConsumerRecord<byte[], byte[]>> batch) {
        return batch.stream().map(this::step).filter(Objects::nonNull).toList();
    }

    private @Nullable Span step(ConsumerRecord<byte[], byte[]> record) {
        Header before = record.headers().lastHeader(TraceParent.HEADER);
        TraceParent parent = before == null ? null : TraceParent.read(before.value());
        if (parent == null) {
            return null;
        }
        SpanContext remote = SpanContext.createFromRemoteParent(
                parent.traceId(), parent.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
        return tracer.spanBuilder("archive")
                .setParent(Context.root().with(Span.wrap(remote)))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", record.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()))
                .setAttribute("messaging.kafka.offset", record.offset())
                .startSpan();
    }
}
