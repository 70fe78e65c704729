package chat.natter.gateway.trace;

import chat.natter.contract.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What this gateway does for one message, as a span; of a message that nobody follows it is nothing. */
public final class Step {
    /** Of a message that is not followed. */
    public static final Step NONE = new Step(Span.getInvalid());

    private final Span span;

    private Step(Span span) {
        this.span = span;
    }

    static Step of(Span span) {
        return span.isRecording() ? new Step(span) : NONE;
    }

    /** What operators look for; null if the message is not followed. */
    public @Nullable String traceId() {
        return this == NONE ? null : span.getSpanContext().getTraceId();
    }

    /** For the end of a log line: a key and its value, or nothing. */
    public String logged() {
        return this == NONE ? "" : " traceId=" + span.getSpanContext().getTraceId();
    }

    /** Lets the next service go on from here. */
    public void continueIn(Headers headers) {
        if (this != NONE) {
            SpanContext context = span.getSpanContext();
            headers.add(TraceParent.HEADER, new TraceParent(context.getTraceId(), context.getSpanId()).toBytes());
        }
    }

    public void failed(String cause) {
        span.setStatus(StatusCode.ERROR, cause);
        span.end();
    }

    public void done() {
        span.end();
    }
}
