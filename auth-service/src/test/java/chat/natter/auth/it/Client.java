package chat.natter.auth.it;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calls of the service as a client makes them. */
final class Client {
    static final String PASSWORD = "correct horse 7";

    private Client() {}

    /** A name that no run has used before: identities stay in Keycloak. */
    static String newName() {
        return "it_" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    static ValidatableResponse signUp(String username, String password) {
        return post(
                "/v1/accounts", Map.of("username", username, "password", password, "displayName", "Anna Integration"));
    }

    /** Signs up under a new name. */
    static String newUser() {
        String username = newName();
        signUp(username, PASSWORD).statusCode(201);
        return username;
    }

    static ValidatableResponse signIn(String username, String password) {
        return signIn(username, password, null);
    }

    static ValidatableResponse signIn(String username, String password, @Nullable String deviceId) {
        Map<String, Object> device = new LinkedHashMap<>(Map.of("name", "Laptop", "platform", "linux"));
        if (deviceId != null) {
            device.put("id", deviceId);
        }
        return post(
                "/v1/sessions",
                Map.of("grant", "password", "username", username, "password", password, "device", device));
    }

    static Tokens newSession(String username) {
        return Tokens.of(signIn(username, PASSWORD).statusCode(201).extract().response());
    }

    static ValidatableResponse refresh(String refreshToken) {
        return post("/v1/sessions/refresh", Map.of("refreshToken", refreshToken));
    }

    static ValidatableResponse post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }

    static RequestSpecification as(String accessToken) {
        return given().header("Authorization", "Bearer " + accessToken);
    }

    record Tokens(String user, String device, String session, String access, String refresh) {
        static Tokens of(Response response) {
            return new Tokens(
                    response.path("userId"),
                    response.path("deviceId"),
                    response.path("sessionId"),
                    response.path("accessToken"),
                    response.path("refreshToken"));
        }
    }
}
