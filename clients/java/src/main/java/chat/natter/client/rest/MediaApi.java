package chat.natter.client.rest;

import chat.natter.contract.MediaId;
import chat.natter.contract.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The calls about files of a signed-in user. Get one from {@link UserApi#media}. The bytes go past the edge, straight
 * to the object store.
 */
public final class MediaApi {
    private static final Duration PUT_TIMEOUT = Duration.ofMinutes(10);
    /** Joining the parts of a large file takes as long as the object store needs. */
    private static final Duration COMPLETION_TIMEOUT = Duration.ofMinutes(10);

    private final Edge edge;
    private final UnaryOperator<HttpRequest.Builder> signed;

    MediaApi(Edge edge, UnaryOperator<HttpRequest.Builder> signed) {
        this.edge = edge;
        this.signed = signed;
    }

    public UploadSlot announce(MediaFile file) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("mime", file.mime())
                .put("size", file.size())
                .put("sha256", file.sha256())
                .put("name", file.name());
        if (file.partSize() != null) {
            body.put("partSize", file.partSize());
        }
        JsonNode answer = edge.call(signed.apply(edge.post("/v1/media", body)));
        MediaId media = new MediaId(answer.path("mediaId").asText());
        if (answer.has("complete")) {
            return new UploadSlot.Known(media, answer.path("complete").path("preview"));
        }
        return answer.has("parts")
                ? new UploadSlot.InParts(media)
                : new UploadSlot.OnePut(media, put(answer.path("upload")));
    }

    /** The numbers of the parts that are there, from 1. */
    public Set<Integer> partsThere(MediaId media) {
        Set<Integer> there = new TreeSet<>();
        edge.call(signed.apply(edge.get("/v1/media/" + media + "/parts")))
                .path("parts")
                .forEach(part -> there.add(part.path("number").asInt()));
        return there;
    }

    /** Where the part of that number and hash goes. */
    public SignedPut signPart(MediaId media, int number, String sha256) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("parts").addObject().put("number", number).put("sha256", sha256);
        return put(edge.call(signed.apply(edge.post("/v1/media/" + media + "/parts", body)))
                .at("/parts/0/upload"));
    }

    private static SignedPut put(JsonNode upload) {
        Map<String, String> headers = new LinkedHashMap<>();
        upload.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new SignedPut(URI.create(upload.path("url").asText()), headers);
    }

    /** Without our token, which is none of the object store's business. */
    public void put(SignedPut put, BodyPublisher bytes) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(put.url()).timeout(PUT_TIMEOUT).PUT(bytes);
        put.headers().forEach((name, value) -> {
            // The HTTP client writes these two itself, with the same values.
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                request.header(name, value);
            }
        });
        HttpResponse<byte[]> answer = edge.exchange(request);
        if (answer.statusCode() / 100 != 2) {
            Problem problem = answer.statusCode() / 100 == 5 ? Problem.UNAVAILABLE : Problem.REJECTED;
            throw new ApiRefused(
                    answer.statusCode(),
                    problem.code(),
                    "the object store refused the upload with status " + answer.statusCode());
        }
    }

    /** From here on the file can be sent. May be repeated. The answer is its preview. */
    public JsonNode complete(MediaId media) {
        return edge.call(signed.apply(edge.post("/v1/media/" + media + "/complete"))
                        .timeout(COMPLETION_TIMEOUT))
                .path("preview");
    }

    /** Takes one's own file back from everybody, or gives its upload up. */
    public void remove(MediaId media) {
        edge.call(signed.apply(edge.delete("/v1/media/" + media)));
    }

    /** A short-lived address of the bytes. */
    public URI address(MediaId media) {
        return edge.location(signed.apply(edge.get("/v1/media/" + media)));
    }
}
