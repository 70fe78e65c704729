package chat.natter.client.rest;

import chat.natter.contract.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls to one edge: JSON there and back, and every answer that is no success as an exception of this package. */
final class Edge {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http;

    Edge(URI base) {
        this.base = base;
        // Without the attempt to upgrade to HTTP/2, which costs a round trip and gains nothing here.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    HttpRequest.Builder put(String path, JsonNode body) {
        return request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString()));
    }

    HttpRequest.Builder delete(String path) {
        return request(path).DELETE();
    }

    HttpRequest.Builder post(String path, JsonNode body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
    }

    HttpRequest.Builder patch(String path, JsonNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body.toString()));
    }

    HttpRequest.Builder put(String path) {
        return request(path).PUT(BodyPublishers.noBody());
    }

    HttpRequest.Builder post(String path) {
        return request(path).POST(BodyPublishers.noBody());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    }

    /** The body of a success; a missing node if it has none. */
    JsonNode call(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = exchange(request);
        if (response.statusCode() / 100 == 2) {
            return json(response.body());
        }
        throw refusal(response);
    }

    /** The address that a redirect names. */
    URI location(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = exchange(request);
        if (response.statusCode() / 100 == 3) {
            return response.headers()
                    .firstValue("Location")
                    .map(base::resolve)
                    .orElseThrow(() -> new ApiUnreachable(base, "a redirect without an address"));
        }
        throw refusal(response);
    }

    HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ApiUnreachable(base, "server not reachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiUnreachable(base, "interrupted");
        }
    }

    private JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw new ApiUnreachable(base, "the answer is no JSON; is this a Natter server?");
        }
    }

    ApiRefused refusal(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        try {
            JsonNode problem = JSON.readTree(new String(response.body(), StandardCharsets.UTF_8));
            return new ApiRefused(
                    status,
                    problem.path("code").asText(Problem.INTERNAL.code()),
                    problem.path("detail").asText(problem.path("title").asText("status " + status)));
        } catch (JsonProcessingException e) {
            return new ApiRefused(status, Problem.INTERNAL.code(), "status " + status);
        }
    }
}
