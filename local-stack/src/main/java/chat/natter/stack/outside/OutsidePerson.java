package chat.natter.stack.outside;

import chat.natter.stack.LocalStack;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody whom the other provider knows and Natter does not yet: Otto Outside. */
public final class OutsidePerson {
    private static final String REDIRECT = "http://127.0.0.1:9/signed-in";
    private static final String PASSWORD = "from-elsewhere";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStack stack;
    private final String name = "outside-" + UUID.randomUUID();

    private OutsidePerson(LocalStack stack) {
        this.stack = stack;
    }

    /** Somebody new. */
    public static OutsidePerson register(LocalStack stack) throws IOException, InterruptedException {
        OutsidePerson person = new OutsidePerson(stack);
        person.register();
        return person;
    }

    /**
     * Goes the whole way in a browser of its own, from our realm to the other one and back (authorization code, PKCE
     * S256).
     */
    public AuthorizationCode signIn() throws IOException, InterruptedException {
        Browser browser = new Browser(REDIRECT);
        String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        HttpResponse<String> page = browser.open(start(verifier));
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IOException("no form to sign in: " + page.statusCode() + " " + page.body());
        }
        HttpResponse<String> last = browser.submit(
                URI.create(form.group(1).replace("&amp;", "&")), Map.of("username", name, "password", PASSWORD));
        Matcher code = CODE.matcher(last.headers().firstValue("Location").orElse(""));
        if (!code.find()) {
            throw new IOException("no code: " + last.statusCode() + " " + last.body());
        }
        return new AuthorizationCode(code.group(1), verifier, REDIRECT);
    }

    private URI start(String verifier) {
        return stack.keycloakUrl()
                .resolve("/realms/" + stack.keycloakRealm() + "/protocol/openid-connect/auth?"
                        + Browser.encode(Map.of(
                                "response_type", "code",
                                "scope", "openid profile",
                                "kc_idp_hint", "outside",
                                "client_id", stack.keycloakAppClientId(),
                                "redirect_uri", REDIRECT,
                                "code_challenge_method", "S256",
                                "code_challenge", challenge(verifier))));
    }

    private void register() throws IOException, InterruptedException {
        String user = JSON.writeValueAsString(Map.of(
                "username",
                name,
                "enabled",
                true,
                "firstName",
                "Otto",
                "lastName",
                "Outside",
                "email",
                name + "@outside.example",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD))));
        HttpRequest request = HttpRequest.newBuilder(stack.keycloakUrl().resolve("/admin/realms/outside/users"))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(user))
                .build();
        require(201, HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private String adminToken() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        stack.keycloakUrl().resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Browser.encode(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", stack.keycloakAdminPassword()))))
                .build();
        HttpResponse<String> answer = require(200, HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static HttpResponse<String> require(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode());
        }
        return answer;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
