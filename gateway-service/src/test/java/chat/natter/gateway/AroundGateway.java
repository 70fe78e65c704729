package chat.natter.gateway;

import chat.natter.contract.Ulid;
import chat.natter.gateway.credential.SignTokens;
import chat.natter.stack.LocalStack;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a gateway has around it: the real broker, an auth-service that is only a key set, a REST service that repeats
 * what it was asked, and one that is down. The gateway has a name of its own, so that it shares the broker with others.
 */
public final class AroundGateway implements QuarkusTestResourceLifecycleManager {
    private final SignTokens auth = new SignTokens("it");
    private final String gatewayId = "it-" + ulid();
    private final String kafka = LocalStack.current().kafkaBootstrap();
    private final int port = freePort();
    private final HttpServer services;

    public AroundGateway() throws IOException {
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.createContext("/jwks.json", exchange -> answer(exchange, auth.jwks()));
        services.createContext(
                "/v1/",
                exchange -> answer(
                        exchange,
                        exchange.getRequestMethod() + " " + exchange.getRequestURI() + " for "
                                + exchange.getRequestHeaders().get("X-Forwarded-For") + " "
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    @Override
    public Map<String, String> start() {
        services.start();
        String up = "http://127.0.0.1:" + services.getAddress().getPort();
        Map<String, String> config = new HashMap<>();
        config.put("kafka.bootstrap.servers", kafka);
        config.put("natter.gateway.id", gatewayId);
        config.put("natter.gateway.port", Integer.toString(port));
        config.put("natter.gateway.event-loops", "2");
        config.put("natter.gateway.hello-within", "2S");
        config.put("natter.gateway.delivery-timeout", "3S");
        config.put("natter.gateway.drain.grace", "1S");
        config.put("natter.gateway.ticket-keys", "it:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        config.put("natter.gateway.jwks-url", up + "/jwks.json");
        config.put("natter.gateway.upstreams.auth", up);
        config.put("natter.gateway.upstreams.presence", up);
        config.put("natter.gateway.upstreams.media", up);
        config.put("natter.gateway.upstreams.history", "http://127.0.0.1:" + freePort());
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(AroundGateway.class));
    }

    @Override
    public void stop() {
        services.stop(0);
    }

    String kafka() {
        return kafka;
    }

    String gatewayId() {
        return gatewayId;
    }

    URI gateway(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String tokenOf(String user, String device) {
        return auth.sign(SignTokens.claims(user, device, Instant.now().plus(Duration.ofMinutes(15))));
    }

    static String ulid() {
        return Ulid.next(Instant.now(), RandomGenerator.getDefault());
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
