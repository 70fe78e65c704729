package chat.natter.message.topology;

import chat.natter.contract.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The step that a stage is at, while it is at a record of a message that is followed: a span, which everything goes on
 * from that is written meanwhile. The stages know nothing of it. Confined to one task.
 */
final class FollowedRecord {
    private final Tracer tracer;
    private final String step;
    private @Nullable Span span;
    private byte @Nullable [] header;

    FollowedRecord(Tracer tracer, String step) {
        this.tracer = tracer;
        this.step = step;
    }

    void begin(Record<String, byte[]> record, RecordMetadata place) {
        Header before = record.headers().lastHeader(TraceParent.HEADER);
        TraceParent parent = before == null ? null : TraceParent.read(before.value());
        if (parent == null) {
            return;
        }
        SpanContext remote = SpanContext.createFromRemoteParent(
                parent.traceId(), parent.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
        Span begun = tracer.spanBuilder(step)
                .setParent(Context.root().with(Span.wrap(remote)))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", place.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(place.partition()))
                .setAttribute("messaging.kafka.offset", place.offset())
                .startSpan();
        SpanContext context = begun.getSpanContext();
        span = begun;
        header = new TraceParent(context.getTraceId(), context.getSpanId()).toBytes();
    }

    /** Lets whoever reads what is written now go on from here. */
    void continueIn(Headers headers) {
        if (header != null) {
            headers.add(TraceParent.HEADER, header);
        }
    }

    /** For the end of a log line: a key and its value, or nothing. */
    String logged() {
        return span == null ? "" : " traceId=" + span.getSpanContext().getTraceId();
    }

    void failed(String cause) {
        if (span != null) {
            span.setStatus(StatusCode.ERROR, cause);
        }
    }

    void end() {
        if (span != null) {
            span.end();
            span = null;
            header = null;
        }
    }
}
