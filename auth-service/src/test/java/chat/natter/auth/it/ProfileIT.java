package chat.natter.auth.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import chat.natter.auth.it.Client.Tokens;
import chat.natter.contract.record.Account;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ProfileIT {
    private static final String PICTURE = "01k5v7m3q4r8s9t0v1w2x3y4z5";

    private final String kafka;

    @Inject
    ProfileIT(@ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.kafka = kafka;
    }

    @Test
    void changesWhatOthersSee() {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());

        // When
        change(tokens, Map.of("displayName", " Anna B. ", "about", "At sea", "avatar", PICTURE))
                .statusCode(200);

        // Then
        Tokens other = Client.newSession(Client.newUser());
        Client.as(other.access())
                .get("/v1/users/" + tokens.user())
                .then()
                .body("displayName", equalTo("Anna B."))
                .body("about", equalTo("At sea"))
                .body("avatar", equalTo(PICTURE))
                .body("discoverable", nullValue());
        try (AccountRecords records = new AccountRecords(kafka)) {
            var account = records.await(tokens.user(), it -> it.getVersion() == 3);
            assertThat(account.getAbout()).isEqualTo("At sea");
            assertThat(account.getAvatar()).isEqualTo(PICTURE);
        }

        // When
        change(tokens, Map.of("about", "", "avatar", "")).statusCode(200).body("avatar", nullValue());

        // Then
        Client.as(tokens.access()).get("/v1/me").then().body("about", nullValue());
    }

    @Test
    void refusesAProfileThatCannotBeShown() {
        Tokens tokens = Client.newSession(Client.newUser());
        change(tokens, Map.of("displayName", "\u202egnp")).statusCode(400);
        change(tokens, Map.of("about", "x".repeat(141))).statusCode(400);
        change(tokens, Map.of("about", "a\nb")).statusCode(400);
        change(tokens, Map.of("avatar", "../../etc/passwd")).statusCode(400);
        change(tokens, Map.of("username", Client.newName())).statusCode(409);
        change(Phones.newSession(Phones.newNumber()), Map.of("username", Client.newUser()))
                .statusCode(409);
    }

    @Test
    void findsPeopleByTheHashesOfTheirNumbersIfTheyWant() throws Exception {
        // Given
        String number = Phones.newNumber();
        Tokens bob = Phones.newSession(number);
        Tokens alice = Client.newSession(Client.newUser());
        String salt = Client.as(alice.access())
                .get("/v1/users/lookup")
                .then()
                .statusCode(200)
                .body("algorithm", equalTo("sha256"))
                .extract()
                .path("salt");

        // When
        List<String> hashes = List.of(hash(salt, number), hash(salt, Phones.newNumber()));
        lookUp(alice, hashes)
                .statusCode(200)
                .body("matches", hasSize(1))
                .body("matches[0].hash", equalTo(hashes.get(0)))
                .body("matches[0].userId", equalTo(bob.user()));
        change(bob, Map.of("discoverable", false)).statusCode(200).body("discoverable", equalTo(false));

        // Then
        lookUp(alice, hashes).statusCode(200).body("matches", hasSize(0));
    }

    @Test
    void boundsTheLookUps() {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());
        String hash = "A".repeat(43);

        // Then
        lookUp(tokens, Collections.nCopies(1_001, hash)).statusCode(400);
        lookUp(tokens, List.of("x")).statusCode(400);
        lookUp(tokens, List.of()).statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of("hashes", List.of(hash)))
                .post("/v1/users/lookup")
                .then()
                .statusCode(401);
    }

    @Test
    void publishesWhoIsBlocked() {
        // Given
        Tokens bob = Client.newSession(Client.newUser());
        Tokens eve = Client.newSession(Client.newUser());

        // When
        Client.as(bob.access()).put("/v1/blocks/" + eve.user()).then().statusCode(204);
        Client.as(bob.access()).put("/v1/blocks/" + eve.user()).then().statusCode(204);

        // Then
        Client.as(bob.access()).get("/v1/blocks").then().body("blocked", equalTo(List.of(eve.user())));
        try (AccountRecords records = new AccountRecords(kafka)) {
            var account = records.await(bob.user(), it -> it.getVersion() == 3);
            assertThat(account.getBlockedList()).containsExactly(eve.user());
        }

        // When
        Client.as(bob.access()).delete("/v1/blocks/" + eve.user()).then().statusCode(204);

        // Then
        Client.as(bob.access()).get("/v1/blocks").then().body("blocked", hasSize(0));
        Client.as(bob.access()).put("/v1/blocks/" + bob.user()).then().statusCode(400);
        Client.as(bob.access()).put("/v1/blocks/" + PICTURE).then().statusCode(404);
        Client.as(bob.access()).put("/v1/blocks/nobody").then().statusCode(404);
    }

    @Test
    void keepsContactsApartFromBlocks() {
        // Given
        Tokens bob = Client.newSession(Client.newUser());
        Tokens anna = Client.newSession(Client.newUser());
        Tokens eve = Client.newSession(Client.newUser());

        // When
        Client.as(bob.access()).put("/v1/contacts/" + anna.user()).then().statusCode(204);
        Client.as(bob.access()).put("/v1/contacts/" + anna.user()).then().statusCode(204);
        Client.as(bob.access()).put("/v1/blocks/" + eve.user()).then().statusCode(204);

        // Then
        Client.as(bob.access()).get("/v1/contacts").then().body("contacts", equalTo(List.of(anna.user())));
        try (AccountRecords records = new AccountRecords(kafka)) {
            var account = records.await(bob.user(), it -> it.getVersion() == 4);
            assertThat(account.getContactsList()).containsExactly(anna.user());
            assertThat(account.getBlockedList()).containsExactly(eve.user());
        }
        Client.as(bob.access()).put("/v1/contacts/" + PICTURE).then().statusCode(404);
        Client.as(bob.access()).put("/v1/contacts/nobody").then().statusCode(404);

        // When
        Client.as(bob.access()).delete("/v1/contacts/" + anna.user()).then().statusCode(204);
        Client.as(bob.access()).delete("/v1/contacts/" + eve.user()).then().statusCode(204);

        // Then
        Client.as(bob.access()).get("/v1/contacts").then().body("contacts", hasSize(0));
        Client.as(bob.access()).get("/v1/blocks").then().body("blocked", hasSize(1));
    }

    @Test
    void exportsEverythingThatAnAccountHasSet() {
        // Given
        String number = Phones.newNumber();
        Tokens bob = Phones.newSession(number);
        Tokens anna = Client.newSession(Client.newUser());
        Tokens eve = Client.newSession(Client.newUser());
        Map<String, Object> privacy = Map.of("online", "contacts", "lastSeen", "nobody", "hideReadMarks", true);
        Client.as(bob.access()).put("/v1/contacts/" + anna.user()).then().statusCode(204);
        Client.as(bob.access()).put("/v1/blocks/" + eve.user()).then().statusCode(204);
        Client.as(bob.access())
                .contentType(ContentType.JSON)
                .body(privacy)
                .put("/v1/me/privacy")
                .then()
                .statusCode(200);

        // Then
        Client.as(bob.access())
                .get("/v1/me/export")
                .then()
                .statusCode(200)
                .body("signInMethods.address", equalTo(List.of(number)))
                .body("privacy", equalTo(privacy))
                .body("contacts", equalTo(List.of(anna.user())))
                .body("blocked", equalTo(List.of(eve.user())));
    }

    @Test
    void erasesAnAccountAndFreesItsName() {
        // Given
        String username = Client.newUser();
        Tokens tokens = Client.newSession(username);
        Client.as(tokens.access())
                .get("/v1/me/export")
                .then()
                .statusCode(200)
                .body("profile.username", equalTo(username))
                .body("password", equalTo(true))
                .body("devices", hasSize(1))
                .body("audit.event", equalTo(List.of("device_added", "account_created")));

        // When
        Client.as(tokens.access()).delete("/v1/me").then().statusCode(204);

        // Then
        Client.as(tokens.access()).get("/v1/me").then().statusCode(401);
        Client.refresh(tokens.refresh()).statusCode(401);
        Client.signIn(username, Client.PASSWORD).statusCode(401);
        try (AccountRecords records = new AccountRecords(kafka)) {
            var account = records.await(tokens.user(), it -> it.getStatus() == Account.Status.ERASED);
            assertThat(account.getUsername()).isEmpty();
            assertThat(account.getDisplayName()).isEmpty();
            assertThat(account.getDevicesList()).isEmpty();
        }
        Tokens other = Client.newSession(Client.newUser());
        Client.as(other.access()).get("/v1/users/" + tokens.user()).then().statusCode(404);

        // Keycloak forgets the old user in the background; then the name is anybody's again
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> Client.signUp(username, "somebody else's 1").statusCode(201));
        Client.signIn(username, "somebody else's 1").statusCode(201);
    }

    private static ValidatableResponse change(Tokens tokens, Map<String, Object> body) {
        return Client.as(tokens.access())
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/v1/me")
                .then();
    }

    private static ValidatableResponse lookUp(Tokens tokens, List<String> hashes) {
        return Client.as(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of("hashes", hashes))
                .post("/v1/users/lookup")
                .then();
    }

    private static String hash(String salt, String number) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Base64.getUrlDecoder().decode(salt));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(digest.digest(number.getBytes(StandardCharsets.UTF_8)));
    }
}
