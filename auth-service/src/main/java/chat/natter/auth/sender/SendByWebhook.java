package chat.natter.auth.sender;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.problem.Unavailable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Hands codes to an operator's own gateway for texts or mails. */
final class SendByWebhook implements CodeSender {
    private static final int OK_FROM = 200;
    private static final int OK_BELOW = 300;

    private final HttpClient client;
    private final URI url;
    private final Optional<String> token;
    private final Duration timeout;
    private final String text;
    private final ObjectMapper json;

    SendByWebhook(SenderConfig config, ObjectMapper json) {
        this.url = config.webhook()
                .url()
                .orElseThrow(() -> new IllegalStateException("natter.auth.codes.webhook.url is missing"));
        this.token = config.webhook().token();
        this.timeout = config.timeout();
        this.text = config.text();
        this.json = json;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public void send(Contact to, String code) {
        try {
            HttpResponse<Void> response = client.send(request(to, code), HttpResponse.BodyHandlers.discarding());
            if (response.statusCode() < OK_FROM || response.statusCode() >= OK_BELOW) {
                throw refused("status " + response.statusCode());
            }
        } catch (IOException e) {
            throw new Unavailable(DeliverCode.DETAIL, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(DeliverCode.DETAIL, e);
        }
    }

    private HttpRequest request(Contact to, String code) throws JsonProcessingException {
        Map<String, String> body = Map.of(
                "kind", to.kind().name().toLowerCase(Locale.ROOT),
                "to", to.address(),
                "code", code,
                "text", text.formatted(code));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    private static Unavailable refused(String why) {
        return new Unavailable(DeliverCode.DETAIL, new IllegalStateException("the webhook answered with " + why));
    }
}
