package chat.natter.auth.it;

import chat.natter.stack.LocalStack;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
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

/**
 * A person with a browser, who has an account at another provider: the realm {@code outside} of the stack's Keycloak.
 * Goes the whole way, from our realm to the other one and back.
 */
final class OutsideProvider {
    static final String REDIRECT = "http://127.0.0.1:9/signed-in";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String PASSWORD = "from-elsewhere";

    private final LocalStack stack = LocalStack.current();
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final CookieJar cookies = new CookieJar();
    final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

    /** Somebody whom the provider knows and we do not. */
    String newPerson() {
        String name = Client.newName();
        String admin = RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", stack.keycloakAdminPassword()))
                .post(stack.keycloakUrl() + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        RestAssured.given()
                .header("Authorization", "Bearer " + admin)
                .contentType("application/json")
                .body(Map.of(
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
                        List.of(Map.of("type", "password", "value", PASSWORD))))
                .post(stack.keycloakUrl() + "/admin/realms/outside/users")
                .then()
                .statusCode(201);
        return name;
    }

    /** Signs in at the provider; returns the code that the app is given. */
    String codeFor(String person) throws IOException, InterruptedException {
        String start = stack.keycloakUrl() + "/realms/" + stack.keycloakRealm() + "/protocol/openid-connect/auth"
                + "?response_type=code&scope=openid+profile&kc_idp_hint=outside&client_id="
                + stack.keycloakAppClientId() + "&redirect_uri=" + encode(REDIRECT)
                + "&code_challenge_method=S256&code_challenge=" + challenge();
        HttpResponse<String> form = follow(get(URI.create(start)));
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new AssertionError("no form to sign in: " + form.statusCode() + " " + form.body());
        }
        HttpRequest.Builder signIn = HttpRequest.newBuilder(
                        URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + encode(person) + "&password=" + PASSWORD));
        HttpResponse<String> last = follow(send(signIn));
        Matcher code = CODE.matcher(last.headers().firstValue("Location").orElse(""));
        if (!code.find()) {
            throw new AssertionError("no code: " + last.statusCode() + " " + last.body());
        }
        return code.group(1);
    }

    /** As a browser does, until there is a page to see or the app is called. */
    private HttpResponse<String> follow(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> response = first;
        for (int hops = 0; hops < 12; hops++) {
            String location = response.headers().firstValue("Location").orElse("");
            if (response.statusCode() / 100 != 3 || location.startsWith(REDIRECT)) {
                return response;
            }
            response = get(response.uri().resolve(location));
        }
        throw new AssertionError("redirected in circles: " + response.uri());
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String header = cookies.header(request.build().uri());
        if (!header.isEmpty()) {
            request.header("Cookie", header);
        }
        HttpResponse<String> response = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        cookies.keep(response.headers());
        return response;
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
