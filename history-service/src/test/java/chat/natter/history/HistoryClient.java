package chat.natter.history;

import chat.natter.contract.ConversationId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
        return JSON.readTree(response.body());
    }
}
