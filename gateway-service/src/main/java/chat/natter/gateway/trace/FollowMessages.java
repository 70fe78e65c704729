package chat.natter.gateway.trace;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.TraceParent;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.MessageDelivery;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Begins the steps of this gateway: which messages are followed is drawn here and nowhere else, so that a client can
 * neither ask for it nor choose an id.
 */
@Singleton
public class FollowMessages {
    private static final String CONVERSATION = "natter.conversation";
    private static final String KIND = "natter.kind";
    private static final String MESSAGE = "natter.message";
    private static final String SEQ = "natter.seq";
    private static final String USER = "natter.user";

    private final Tracer tracer;

    FollowMessages(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        // The library still makes spans while it is switched off, and throws them away.
        tracer = (off ? OpenTelemetry.noop() : telemetry).getTracer("chat.natter.gateway");
    }

    /** From here until the command is stored. */
    public Step receive(ConversationId conversation, Command command) {
        Span span = tracer.spanBuilder("receive")
                .setParent(Context.root())
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        if (span.isRecording()) {
            span.setAttribute(CONVERSATION, conversation.value());
            span.setAttribute(USER, command.getUser());
            span.setAttribute(KIND, word(command.getBodyCase()));
            if (command.hasSend()) {
                span.setAttribute(
                        MESSAGE,
                        MessageId.of(command.getSend().getMessageId().toByteArray())
                                .toString());
            }
        }
        return Step.of(span);
    }

    /** From here until the frame is handed to the socket. */
    public Step deliver(Headers headers, Delivery delivery) {
        TraceParent parent = parent(headers);
        if (parent == null) {
            return Step.NONE;
        }
        SpanContext before = SpanContext.createFromRemoteParent(
                parent.traceId(), parent.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
        Span span = tracer.spanBuilder("deliver")
                .setParent(Context.root().with(Span.wrap(before)))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(USER, delivery.getUser())
                .setAttribute(KIND, word(delivery.getBodyCase()))
                .startSpan();
        if (delivery.hasMessage()) {
            MessageDelivery message = delivery.getMessage();
            span.setAttribute(CONVERSATION, message.getConversation());
            span.setAttribute(SEQ, message.getSeq());
        }
        return Step.of(span);
    }

    private static @Nullable TraceParent parent(Headers headers) {
        Header header = headers.lastHeader(TraceParent.HEADER);
        return header == null ? null : TraceParent.read(header.value());
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
