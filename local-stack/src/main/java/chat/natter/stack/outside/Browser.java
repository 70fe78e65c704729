package chat.natter.stack.outside;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Follows redirects and keeps cookies, until there is a page to see or the app is called. */
final class Browser {
    private static final int MOST_HOPS = 12;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final CookieJar cookies = new CookieJar();
    private final String app;

    /** Stops at addresses that begin with {@code app}. */
    Browser(String app) {
        this.app = app;
    }

    HttpResponse<String> open(URI address) throws IOException, InterruptedException {
        return follow(send(HttpRequest.newBuilder(address)));
    }

    HttpResponse<String> submit(URI address, Map<String, String> form) throws IOException, InterruptedException {
        return follow(send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))));
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> response = first;
        for (int hops = 0; hops < MOST_HOPS; hops++) {
            String location = response.headers().firstValue("Location").orElse("");
            if (response.statusCode() / 100 != 3 || location.startsWith(app)) {
                return response;
            }
            response = send(HttpRequest.newBuilder(response.uri().resolve(location)));
        }
        throw new IOException("redirected in circles: " + response.uri());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String header = cookies.header(request.build().uri());
        if (!header.isEmpty()) {
            request.header("Cookie", header);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        cookies.keep(response.headers());
        return response;
    }
}
