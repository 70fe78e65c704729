package chat.natter.media;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.SomeItems;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client as other people write them: plain HTTP, nothing of the service's classes. */
final class MediaClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningService service;
    private final String bearer;

    MediaClient(RunningService service, String bearer) {
        this.service = service;
        this.bearer = bearer;
    }

    static MediaClient of(RunningService service, TokenSigner signer, UserId user) {
        return new MediaClient(service, signer.bearer(user));
    }

    JsonNode announce(byte[] bytes, String mime, @Nullable String name) throws Exception {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("mime", mime);
        body.put("size", bytes.length);
        body.put("sha256", SomeItems.sha256(bytes).hex());
        body.put("name", name);
        HttpResponse<String> response = post("/v1/media", JSON.writeValueAsString(body));
        // 200: the owner has uploaded it before.
        if (response.statusCode() / 100 != 2) {
            throw new IOException("announce: " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    JsonNode announceInParts(FileClaim file, int partSize) throws Exception {
        String body = "{\"mime\":\"%s\",\"size\":%d,\"sha256\":\"%s\",\"partSize\":%d}"
                .formatted(file.mime(), file.size(), file.sha256(), partSize);
        HttpResponse<String> response = post("/v1/media", body);
        if (response.statusCode() != 201) {
            throw new IOException("announce: " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Asks for the part's address and uploads it there. */
    int uploadPart(String mediaId, int number, byte[] bytes) throws Exception {
        String body = "{\"parts\":[{\"number\":%d,\"sha256\":\"%s\"}]}"
                .formatted(number, SomeItems.sha256(bytes).hex());
        JsonNode answer = json(post("/v1/media/" + mediaId + "/parts", body));
        return upload(answer.at("/parts/0"), bytes);
    }

    /** Uploads as the slot says. */
    static int upload(JsonNode slot, byte[] bytes) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(slot.at("/upload/url").asText()))
                .PUT(BodyPublishers.ofByteArray(bytes));
        slot.at("/upload/headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    HttpResponse<String> complete(String mediaId) throws Exception {
        return post("/v1/media/" + mediaId + "/complete", "");
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri(path)).header("Authorization", bearer);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Follows the redirect by hand, without the token, as a browser's {@code <img>} would end up doing. */
    HttpResponse<byte[]> download(String mediaId, String... headers) throws Exception {
        HttpResponse<String> redirect = get("/v1/media/" + mediaId);
        if (redirect.statusCode() != 302) {
            throw new IOException("download: " + redirect.statusCode() + " " + redirect.body());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(redirect.headers().firstValue("Location").orElseThrow()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    static void assertProblem(HttpResponse<String> response, int status, String code) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(response).get("code").asText()).isEqualTo(code);
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }
}
