package chat.natter.gateway.edge;

import chat.natter.contract.Problem;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;

/** Tells the service whose request it is, and the client in our own terms when the service does not answer. */
final class PassOn implements ProxyInterceptor {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    /** By these a client would decide which requests the services follow, and under which id. */
    private static final List<String> OF_TRACES = List.of("traceparent", "tracestate", "baggage");

    private final TimeRequests time;

    PassOn(TimeRequests time) {
        this.time = time;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        SocketAddress client = request.proxiedRequest().remoteAddress();
        if (client != null && client.hostAddress() != null) {
            String before = request.headers().get(FORWARDED_FOR);
            String chain = before == null ? client.hostAddress() : before + ", " + client.hostAddress();
            request.headers().set(FORWARDED_FOR, chain);
        }
        OF_TRACES.forEach(request.headers()::remove);
        Timer.Sample sample = Timer.start();
        return context.sendRequest()
                .onComplete(answer -> time.ended(
                        sample,
                        answer.succeeded() ? answer.result().getStatusCode() : Problem.UNAVAILABLE.httpStatus()))
                .recover(failure -> {
                    request.release();
                    ProxyResponse response = request.response()
                            .setStatusCode(Problem.UNAVAILABLE.httpStatus())
                            .setBody(Body.body(RespondWithProblem.body(
                                    Problem.UNAVAILABLE, "the service behind this address does not answer")));
                    response.headers().set("Content-Type", RespondWithProblem.CONTENT_TYPE);
                    return Future.succeededFuture(response);
                });
    }
}
