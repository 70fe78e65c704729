package chat.natter.message.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;

/** Where the stages' work can be seen from outside. */
public record Telemetry(MeterRegistry meters, Tracer tracer) {}
