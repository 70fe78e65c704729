package chat.natter.auth.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import chat.natter.auth.it.Client.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LinkIT {
    private final Rows rows;
    private final String secret = UUID.randomUUID() + "-" + UUID.randomUUID();

    @Inject
    LinkIT(DataSource dataSource) {
        this.rows = new Rows(dataSource);
    }

    @Test
    void signsInOnADeviceThatAnotherOneApproves() throws Exception {
        // Given
        Tokens phone = Phones.newSession(Phones.newNumber());
        String link = ask();
        signIn(link, secret).statusCode(409).body("code", equalTo("link_pending"));

        // When
        Client.as(phone.access())
                .get("/v1/links/" + link)
                .then()
                .statusCode(200)
                .body("name", equalTo("Laptop at work"))
                .body("platform", equalTo("web"))
                .body("address", equalTo("127.0.0.1"));
        approve(phone, link).statusCode(204);

        // Then
        Tokens laptop = Tokens.of(signIn(link, secret).statusCode(201).extract().response());
        assertThat(laptop.user()).isEqualTo(phone.user());
        Client.as(phone.access()).get("/v1/devices").then().body("devices.name", hasItem("Laptop at work"));
        signIn(link, secret).statusCode(410).body("code", equalTo("gone"));
        approve(phone, link).statusCode(410);
    }

    @Test
    void letsNobodyInWhoSawTheCodeOnly() throws Exception {
        // Given
        Tokens phone = Phones.newSession(Phones.newNumber());
        String link = ask();
        approve(phone, link).statusCode(204);

        // Then
        signIn(link, UUID.randomUUID() + "-" + UUID.randomUUID()).statusCode(410);
        signIn(link, secret).statusCode(201);
    }

    @Test
    void opensOneSessionPerLink() throws Exception {
        // Given
        Tokens phone = Phones.newSession(Phones.newNumber());
        String link = ask();
        approve(phone, link).statusCode(204);
        Callable<Integer> attempt = () -> signIn(link, secret).extract().statusCode();
        ExecutorService clients = Executors.newFixedThreadPool(4);

        // When
        List<Future<Integer>> answers = clients.invokeAll(Collections.nCopies(4, attempt));
        clients.shutdown();

        // Then
        assertThat(answers).extracting(Future::get).containsOnlyOnce(201).containsOnly(201, 410);
    }

    @Test
    void forgetsALinkAfterItsTime() throws Exception {
        // Given
        Tokens phone = Phones.newSession(Phones.newNumber());
        String link = ask();
        rows.expireLink(link);

        // Then
        Client.as(phone.access()).get("/v1/links/" + link).then().statusCode(410);
        approve(phone, link).statusCode(410);
        signIn(link, secret).statusCode(410);
    }

    @Test
    void approvesOnlyForWhoIsSignedIn() throws Exception {
        String link = ask();
        given().post("/v1/links/" + link + "/approve").then().statusCode(401);
        given().get("/v1/links/" + link).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "A", "=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"})
    void refusesWhatIsNoChallenge(String challenge) {
        Client.post("/v1/links", Map.of("challenge", challenge, "name", "x", "platform", "web"))
                .statusCode(400)
                .body("code", equalTo("bad_request"));
    }

    private String ask() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return Client.post("/v1/links", Map.of("challenge", challenge, "name", "Laptop at work", "platform", "web"))
                .statusCode(201)
                .extract()
                .path("link");
    }

    private static ValidatableResponse approve(Tokens tokens, String link) {
        return Client.as(tokens.access()).post("/v1/links/" + link + "/approve").then();
    }

    private static ValidatableResponse signIn(String link, String verifier) {
        return Client.post("/v1/sessions", Map.of("grant", "link", "link", link, "verifier", verifier));
    }
}
