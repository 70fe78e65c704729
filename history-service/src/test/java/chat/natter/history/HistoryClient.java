package chat.natter.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.ConversationId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client as other people write them: plain HTTP, nothing of the service's classes. */
final class HistoryClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningService service;
    private final String bearer;

    HistoryClient(RunningService service, String bearer) {
        this.service = service;
        this.bearer = bearer;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri(path)).header("Authorization", bearer);
    }

    HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send(withJson(path).PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(withJson(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder withJson(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode page(ConversationId conversation, String query) throws IOException, InterruptedException {
        HttpResponse<String> response = get("/v1/conversations/" + conversation + "/messages" + query);
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Until that message, or a later one, is the newest. */
    void awaitArchived(ConversationId conversation, long seq) {
        await().atMost(HistoryScene.PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> newest(conversation) >= seq);
    }

    /** The seq of the newest message; 0 if there is none. */
    long newest(ConversationId conversation) throws IOException, InterruptedException {
        return page(conversation, "?limit=1").at("/messages/0/seq").asLong();
    }

    List<JsonNode> hits(String query) throws IOException, InterruptedException {
        HttpResponse<String> response = get("/v1/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Answers.list(json(response), "hits");
    }

    /** The sum over all its labels. */
    double metric(String name) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Walks from the newest message to the first; ascending. */
    List<JsonNode> everything(ConversationId conversation, int limit) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String query = "?limit=" + limit;
        while (true) {
            JsonNode page = page(conversation, query);
            List<JsonNode> messages = new ArrayList<>();
            page.get("messages").forEach(messages::add);
            all.addAll(0, messages);
            if (!page.has("next")) {
                return all;
            }
            query = "?limit=" + limit + "&before=" + page.get("next").asLong();
        }
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return parse(response.body());
    }

    static JsonNode parse(String text) throws IOException {
        return JSON.readTree(text);
    }
}
