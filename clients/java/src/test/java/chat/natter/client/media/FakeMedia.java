package chat.natter.client.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server and an object store in one, as far as an upload sees them. Keeps one upload. */
final class FakeMedia implements AutoCloseable {
    static final String ID = "0".repeat(25) + "7";
    private static final Pattern PART = Pattern.compile("\"number\":(\\d+)");

    final List<String> announcements = new CopyOnWriteArrayList<>();
    final List<Integer> puts = new CopyOnWriteArrayList<>();
    final Map<Integer, Integer> lengths = new TreeMap<>();
    final AtomicInteger failingPuts = new AtomicInteger();
    final AtomicInteger refusedPuts = new AtomicInteger();
    volatile int statusOfParts = 200;

    private final HttpServer server;
    private final URI base;

    FakeMedia() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
        base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI base() {
        return base;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (path.startsWith("/store/")) {
            answer(exchange, put(Integer.parseInt(path.substring("/store/".length())), body.length), "");
        } else if (path.equals("/v1/media")) {
            announcements.add(text);
            String how = text.contains("partSize") ? "\"parts\":{}" : "\"upload\":" + address(1);
            answer(exchange, 201, "{\"mediaId\":\"" + ID + "\"," + how + "}");
        } else if (path.endsWith("/complete")) {
            answer(exchange, 200, "{\"mediaId\":\"" + ID + "\",\"preview\":{\"width\":3}}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, statusOfParts, parts());
        } else {
            Matcher number = PART.matcher(text);
            answer(
                    exchange,
                    200,
                    number.find()
                            ? "{\"parts\":[{\"upload\":" + address(Integer.parseInt(number.group(1))) + "}]}"
                            : "{}");
        }
    }

    private synchronized int put(int number, int length) {
        puts.add(number);
        if (failingPuts.getAndDecrement() > 0) {
            return 503;
        }
        if (refusedPuts.getAndDecrement() > 0) {
            return 400;
        }
        lengths.put(number, length);
        return 200;
    }

    private synchronized String parts() {
        List<String> parts = new ArrayList<>();
        lengths.keySet().forEach(number -> parts.add("{\"number\":" + number + "}"));
        return "{\"parts\":[" + String.join(",", parts) + "]}";
    }

    private String address(int number) {
        return "{\"method\":\"PUT\",\"url\":\"" + base + "/store/" + number + "\",\"headers\":{\"x-test\":\"1\"}}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
