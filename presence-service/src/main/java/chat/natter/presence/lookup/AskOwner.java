package chat.natter.presence.lookup;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.presence.privacy.Shown;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the instance that owns users, with the caller's own token: there is no inner back door. */
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

    List<PresenceAnswer> presences(StoreAnswer.Elsewhere owner, Collection<UserId> users, Asker asker) {
        return ask(owner, PresenceResource.PATH, users, asker, PresenceAnswers.class)
                .presences();
    }

    Map<UserId, Shown> shown(StoreAnswer.Elsewhere owner, Collection<UserId> users, Asker asker) {
        Map<UserId, Shown> shown = new LinkedHashMap<>();
        ask(owner, ShownResource.PATH, users, asker, ShownAnswers.class)
                .shown()
                .forEach(
                        answer -> shown.put(new UserId(answer.userId()), new Shown(answer.state(), answer.lastSeen())));
        return shown;
    }

    private <T> T ask(StoreAnswer.Elsewhere owner, String path, Collection<UserId> users, Asker asker, Class<T> type) {
        try {
            byte[] query = json.writeValueAsBytes(
                    new PresenceQuery(users.stream().map(UserId::value).toList()));
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://" + owner.host() + ":" + owner.port() + path))
                    .timeout(timeout)
                    .header("Authorization", asker.authorization())
                    .header("Content-Type", "application/json")
                    .header(HANDED_ON, "1")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                    .build();
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                return json.readValue(response.body(), type);
            }
        } catch (IOException outOfReach) {
            throw new Refusal(Problem.UNAVAILABLE, "The instance that knows this user is out of reach.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Problem.UNAVAILABLE, "The instance that knows this user cannot answer now.");
    }
}
