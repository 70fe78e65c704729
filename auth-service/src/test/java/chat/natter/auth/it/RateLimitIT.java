package chat.natter.auth.it;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import chat.natter.auth.it.Client.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every limit, made small. Each test comes through the gateway from an address of its own. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(RateLimitIT.Tight.class)
class RateLimitIT {
    private static final AtomicInteger HOSTS = new AtomicInteger();

    private final String address = "198.51.100." + HOSTS.incrementAndGet();

    public static class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    entry("natter.auth.limits.sign-ins-of-username.capacity", "3"),
                    entry("natter.auth.limits.sign-ins-of-address.capacity", "12"),
                    entry("natter.auth.limits.sign-ins-of-address.period", "PT1H"),
                    entry("natter.auth.limits.sign-ups-of-username.capacity", "3"),
                    entry("natter.auth.limits.sign-ups-of-address.capacity", "12"),
                    entry("natter.auth.limits.sign-ups-of-address.period", "PT1H"),
                    entry("natter.auth.limits.verifications-of-address.capacity", "3"),
                    entry("natter.auth.limits.codes-of-address.capacity", "3"),
                    entry("natter.auth.limits.links-of-address.capacity", "3"),
                    entry("natter.auth.limits.look-ups-of-account.capacity", "10"),
                    entry("natter.auth.limits.look-ups-of-address.capacity", "25"),
                    entry("natter.auth.limits.changes-of-account.capacity", "3"));
        }
    }

    @Test
    void boundsTheSignInsWithOneUserName() {
        String username = Client.newName();
        expectLimit(3, 401, unused -> signIn(username));
        signIn(Client.newName()).statusCode(401);
    }

    @Test
    void boundsTheSignInsFromOneAddress() {
        expectLimit(12, 401, unused -> signIn(Client.newName()));
        post("/v1/sessions", Map.of("grant", "proof", "proof", "x", "device", Map.of("name", "a", "platform", "b")))
                .statusCode(429);
        post("/v1/accounts/recover", Map.of("proof", "x", "password", Client.PASSWORD))
                .statusCode(429);
    }

    @Test
    void boundsTheRecoveriesFromOneAddress() {
        expectLimit(
                12,
                401,
                unused -> post("/v1/accounts/recover", Map.of("proof", "made up", "password", Client.PASSWORD)));
    }

    @Test
    void boundsTheSignUpsForOneUserName() {
        String username = Client.newUser();
        expectLimit(2, 409, unused -> signUp(username));
    }

    @Test
    void boundsTheSignUpsFromOneAddress() {
        expectLimit(12, 201, unused -> signUp(Client.newName()));
    }

    @Test
    void boundsTheCodesThatOneAddressAsksFor() {
        expectLimit(3, 202, unused -> post("/v1/verifications", Map.of("phone", Phones.newNumber())));
    }

    @Test
    void boundsTheCodesThatOneAddressTries() {
        expectLimit(3, 410, number -> post("/v1/verifications/unknown" + number, Map.of("code", "123456")));
    }

    @Test
    void boundsTheLinksOfOneAddress() {
        Map<String, String> request = Map.of("challenge", "A".repeat(43), "name", "Laptop", "platform", "web");
        expectLimit(3, 201, unused -> post("/v1/links", request));
    }

    @Test
    void boundsTheHashesThatOneAccountLooksUp() {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());

        // Then: each hash counts, once
        lookUp(tokens, hashes(0, 5)).statusCode(200);
        lookUp(tokens, Collections.nCopies(500, hash(7))).statusCode(200);
        lookUp(tokens, hashes(10, 5)).statusCode(429);
        lookUp(tokens, hashes(10, 4)).statusCode(200);
        expectLimited(lookUp(tokens, hashes(20, 1)));
    }

    @Test
    void boundsTheUserNamesThatOneAccountLooksUp() {
        Tokens tokens = Client.newSession(Client.newUser());
        expectLimit(10, 404, unused -> find(tokens, Client.newName()));
        find(Client.newSession(Client.newUser()), Client.newName()).statusCode(404);
    }

    @Test
    void boundsTheLookUpsFromOneAddress() {
        lookUp(Client.newSession(Client.newUser()), hashes(0, 10)).statusCode(200);
        lookUp(Client.newSession(Client.newUser()), hashes(0, 10)).statusCode(200);
        Tokens third = Client.newSession(Client.newUser());
        lookUp(third, hashes(0, 5)).statusCode(200);
        expectLimited(lookUp(third, hashes(0, 1)));
    }

    @Test
    void boundsTheTriesOfThePresentPassword() {
        Tokens tokens = Client.newSession(Client.newUser());
        Map<String, String> guess = Map.of("currentPassword", "a guess", "password", "another secret 9");
        expectLimit(
                3, 403, unused -> as(tokens).body(guess).put("/v1/me/password").then());
    }

    @Test
    void believesNoAddressThatAClientMadeUp() {
        expectLimit(
                3,
                202,
                number -> given().contentType(ContentType.JSON)
                        .header("X-Forwarded-For", "203.0.113." + number + ", " + address)
                        .body(Map.of("phone", Phones.newNumber()))
                        .post("/v1/verifications")
                        .then());
    }

    /** The call is answered with that status so many times, and then no more. */
    private static void expectLimit(int times, int status, IntFunction<ValidatableResponse> call) {
        for (int number = 0; number < times; number++) {
            call.apply(number).statusCode(status);
        }
        expectLimited(call.apply(times));
    }

    private static void expectLimited(ValidatableResponse response) {
        String retryAfter = response.statusCode(429)
                .body("code", equalTo("rate_limited"))
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(retryAfter)).isPositive();
    }

    private ValidatableResponse signIn(String username) {
        return post(
                "/v1/sessions",
                Map.of(
                        "grant",
                        "password",
                        "username",
                        username,
                        "password",
                        "a guess",
                        "device",
                        Map.of("name", "Laptop", "platform", "linux")));
    }

    private ValidatableResponse signUp(String username) {
        return post(
                "/v1/accounts",
                Map.of("username", username, "password", Client.PASSWORD, "displayName", "Anna Integration"));
    }

    private ValidatableResponse lookUp(Tokens tokens, List<String> hashes) {
        return as(tokens)
                .body(Map.of("hashes", hashes))
                .post("/v1/users/lookup")
                .then();
    }

    private ValidatableResponse find(Tokens tokens, String username) {
        return as(tokens).queryParam("username", username).get("/v1/users").then();
    }

    private static List<String> hashes(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(RateLimitIT::hash).toList();
    }

    private static String hash(int number) {
        return "%042d".formatted(number) + "A";
    }

    private ValidatableResponse post(String path, Object body) {
        return here().body(body).post(path).then();
    }

    private RequestSpecification as(Tokens tokens) {
        return here().header("Authorization", "Bearer " + tokens.access());
    }

    private RequestSpecification here() {
        return given().contentType(ContentType.JSON).header("X-Forwarded-For", address);
    }
}
