package chat.natter.presence.lookup;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.presence.problem.Refusal;
import chat.natter.presence.streams.StoreAnswer;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Hands a request on to the instance that owns the user, with the caller's own token: there is no inner back door. */
@Singleton
final class AskOwner {
    /** Marks a request that came from another instance. */
    static final String HANDED_ON = "Natter-Handed-On";

    private final HttpClient http;
    private final ObjectMapper json;
    private final Duration timeout;

    AskOwner(ObjectMapper json, LookupConfig config) {
        this.json = json;
        this.timeout = config.timeout();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    PresenceAnswer ask(StoreAnswer.Elsewhere owner, UserId user, String authorization) {
        URI address = URI.create("http://" + owner.host() + ":" + owner.port() + "/v1/users/" + user + "/presence");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Authorization", authorization)
                .header(HANDED_ON, "1")
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                return json.readValue(response.body(), PresenceAnswer.class);
            }
        } catch (IOException outOfReach) {
            throw new Refusal(Problem.UNAVAILABLE, "The instance that knows this user is out of reach.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Problem.UNAVAILABLE, "The instance that knows this user cannot answer now.");
    }
}
