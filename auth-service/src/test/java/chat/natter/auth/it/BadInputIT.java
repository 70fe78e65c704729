package chat.natter.auth.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BadInputIT {
    private final Path signingKeyFile;

    @Inject
    BadInputIT(@ConfigProperty(name = "natter.auth.signing-key-file") Path signingKeyFile) {
        this.signingKeyFile = signingKeyFile;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"username\":", "nonsense", "[]", "\"text\"", "", "{\"username\":{\"a\":1}}", "{\"a\":NaN}"})
    void refusesABodyOfAnotherForm(String body) {
        expect(
                given().contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/accounts")
                        .then(),
                400,
                "bad_request");
    }

    @Test
    void refusesABodyThatIsTooLargeHoweverItComes() {
        Map<String, String> body = Map.of("username", "a".repeat(70_000), "password", "x", "displayName", "x");
        expect(Client.post("/v1/accounts", body), 413, "too_large");
        expect(Client.post("/v1/sessions/refresh", Map.of("refreshToken", "a".repeat(11_000_000))), 413, "too_large");
    }

    @Test
    void namesUnknownPathsMethodsAndMediaTypes() {
        expect(given().get("/v1/nothing").then(), 404, "not_found");
        expect(given().get("/").then(), 404, "not_found");
        expect(given().get("/v1/accounts").then(), 405, "method_not_allowed");
        expect(given().contentType("text/plain").body("x").post("/v1/accounts").then(), 415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic YTpi",
                "Bearer",
                "Bearer ",
                "Bearer nonsense",
                "Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJuYXR0ZXIiLCJhdWQiOiJuYXR0ZXIiLCJzdWIiOiJ4IiwiZXhwIjo5OTk5OTk5OTk5fQ."
            })
    void refusesWhatIsNoTokenOfOurs(String header) {
        expect(given().header("Authorization", header).get("/v1/me").then(), 401, "unauthenticated");
    }

    @Test
    void refusesATokenOfAnotherKeyAudienceOrTime() throws Exception {
        // Given
        Client.Tokens tokens = Client.newSession(Client.newUser());
        JwtForger forger = new JwtForger(signingKeyFile);
        Instant later = Instant.now().plusSeconds(600);

        // Then
        expect(me(JwtForger.withAnotherKey(tokens, later)), 401, "unauthenticated");
        expect(me(forger.sign(tokens, "natter", "others", later)), 401, "unauthenticated");
        expect(me(forger.sign(tokens, "others", "natter", later)), 401, "unauthenticated");
        expect(me(forger.sign(tokens, "natter", "natter", Instant.now().minusSeconds(60))), 401, "unauthenticated");
        expect(me(JwtForger.withoutSignature(tokens, later)), 401, "unauthenticated");
        me(forger.sign(tokens, "natter", "natter", later)).statusCode(200);
    }

    @Test
    void breaksNoHeaderAndNoStatementWhateverItIsGiven() {
        String nasty = "x'; DROP TABLE accounts; --\r\nSet-Cookie: a=b";
        expect(Client.signIn(nasty, nasty), 401, "unauthenticated");
        expect(Client.post("/v1/verifications", Map.of("email", nasty)), 400, "bad_request");
        expect(
                given().header("X-Forwarded-For", "' OR 1=1")
                        .contentType(ContentType.JSON)
                        .body(Map.of("phone", nasty))
                        .post("/v1/verifications")
                        .then(),
                400,
                "bad_request");
        given().header("Accept", "application/json")
                .get("/v1/dev/outbox?to=%0d%0aX-Evil:1")
                .then()
                .statusCode(404)
                .header("X-Evil", nullValue());
    }

    private static ValidatableResponse me(String token) {
        return Client.as(token).get("/v1/me").then();
    }

    @Test
    void refusesARefreshTokenThatItNeverGave() {
        expect(Client.refresh("A".repeat(43)), 401, "unauthenticated");
        expect(Client.refresh("x' OR '1'='1"), 401, "unauthenticated");
        expect(Client.refresh(""), 400, "bad_request");
    }

    @Test
    void refusesAGrantThatItDoesNotKnow() {
        expect(
                Client.post(
                        "/v1/sessions",
                        Map.of(
                                "grant",
                                "magic",
                                "username",
                                "alice",
                                "password",
                                "password",
                                "device",
                                Map.of("name", "a", "platform", "b"))),
                400,
                "bad_request");
    }

    private static void expect(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("urn:natter:problem:" + code));
    }
}
