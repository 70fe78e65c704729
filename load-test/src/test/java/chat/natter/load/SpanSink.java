package chat.natter.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What an OpenTelemetry collector is to the services: takes spans by HTTP and Protobuf, and keeps them. */
final class SpanSink implements AutoCloseable {
    private static final String PATH = "/v1/traces";

    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /**
     * A span.
     *
     * @param parent empty if it is the first one of its trace
     */
    record Step(String trace, String id, String parent, String name, String service, Map<String, String> attributes) {}

    private SpanSink(HttpServer server) {
        this.server = server;
    }

    static SpanSink listen() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SpanSink sink = new SpanSink(server);
            server.createContext(PATH, sink::take);
            server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Those of the trace that came so far. */
    List<Step> of(String trace) {
        return steps.stream().filter(step -> step.trace().equals(trace)).toList();
    }

    List<Step> all() {
        return List.copyOf(steps);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
        request.getResourceSpansList().forEach(of -> {
            String service = attributes(of.getResource().getAttributesList()).getOrDefault("service.name", "");
            of.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> steps.add(step(span, service))));
        });
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static Step step(Span span, String service) {
        return new Step(
                hex(span.getTraceId().toByteArray()),
                hex(span.getSpanId().toByteArray()),
                hex(span.getParentSpanId().toByteArray()),
                span.getName(),
                service,
                attributes(span.getAttributesList()));
    }

    private static Map<String, String> attributes(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }
}
