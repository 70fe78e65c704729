package chat.natter.stack.setup;

import chat.natter.stack.report.StackFailure;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Signs the demo accounts up through the public edge, which also proves that the whole stack answers. */
public final class CreateDemoAccounts {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI gateway;

    public CreateDemoAccounts(URI gateway) {
        this.gateway = gateway;
    }

    public void create() {
        DemoAccount.ALL.forEach(this::signUp);
    }

    private void signUp(DemoAccount account) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) gateway.resolve("/v1/accounts").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                JSON.writeValue(
                        body,
                        Map.of(
                                "username", account.username(),
                                "password", account.password(),
                                "displayName", account.displayName()));
            }
            int status = connection.getResponseCode();
            boolean existed = status == HttpURLConnection.HTTP_CONFLICT;
            if (status != HttpURLConnection.HTTP_CREATED && !existed) {
                throw new StackFailure("The demo account " + account.username() + " cannot be created: " + gateway
                        + "/v1/accounts answers " + status + " " + body(connection));
            }
            connection.disconnect();
        } catch (IOException e) {
            throw new StackFailure(
                    "The demo account " + account.username() + " cannot be created at " + gateway + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (var body = connection.getErrorStream()) {
            return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
