package chat.natter.auth.it;

import static chat.natter.auth.it.Client.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import chat.natter.auth.it.Client.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SessionIT {
    private final String kafka;

    @Inject
    SessionIT(@ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.kafka = kafka;
    }

    @Test
    void givesATokenThatOthersVerifyByTheKeySet() throws Exception {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());
        String keys = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // When
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setExpectedIssuer("natter")
                .setExpectedAudience("natter")
                .setRequireExpirationTime()
                .build()
                .processToClaims(tokens.access());

        // Then
        assertThat(claims.getSubject()).isEqualTo(tokens.user());
        assertThat(claims.getStringClaimValue("did")).isEqualTo(tokens.device());
        assertThat(claims.getStringClaimValue("sid")).isEqualTo(tokens.session());
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(900);
    }

    @Test
    void announcesTheDeviceBeforeItAnswers() {
        // When
        Tokens tokens = Client.newSession(Client.newUser());

        // Then
        try (AccountRecords records = new AccountRecords(kafka)) {
            var account = records.await(tokens.user(), it -> it.getVersion() == 2);
            assertThat(account.getDevicesList()).singleElement().satisfies(device -> {
                assertThat(device.getDevice()).isEqualTo(tokens.device());
                assertThat(device.getName()).isEqualTo("Laptop");
                assertThat(device.getPlatform()).isEqualTo("linux");
                assertThat(device.getAddedAt()).isPositive();
            });
        }
    }

    @Test
    void saysTheSameForAnUnknownNameAndAWrongPassword() {
        // Given
        String username = Client.newUser();

        // When
        String wrong = Client.signIn(username, "wrong password")
                .statusCode(401)
                .extract()
                .asString();
        String unknown = Client.signIn(Client.newName(), "wrong password")
                .statusCode(401)
                .body("code", equalTo("unauthenticated"))
                .extract()
                .asString();
        String impossible = Client.signIn("' OR 1=1 --", "wrong password")
                .statusCode(401)
                .extract()
                .asString();

        // Then
        assertThat(unknown).isEqualTo(wrong);
        assertThat(impossible).isEqualTo(wrong);
    }

    @Test
    void reusesADeviceAndEndsTheSessionItHad() {
        // Given
        String username = Client.newUser();
        Tokens first = Client.newSession(username);

        // When
        Tokens second = Tokens.of(Client.signIn(username, PASSWORD, first.device())
                .statusCode(201)
                .extract()
                .response());

        // Then
        assertThat(second.device()).isEqualTo(first.device());
        Client.as(second.access()).get("/v1/devices").then().statusCode(200).body("devices", hasSize(1));
        Client.as(first.access()).get("/v1/me").then().statusCode(401);
        Client.refresh(first.refresh()).statusCode(401);
    }

    @Test
    void refusesADeviceOfSomebodyElse() {
        // Given
        Tokens other = Client.newSession(Client.newUser());

        // Then
        Client.signIn(Client.newUser(), PASSWORD, other.device())
                .statusCode(400)
                .body("detail", equalTo("device.id: is not a device of this account"));
        Client.as(other.access()).get("/v1/me").then().statusCode(200);
    }

    @Test
    void rotatesTheRefreshToken() {
        // Given
        Tokens first = Client.newSession(Client.newUser());

        // When
        Tokens second = Tokens.of(
                Client.refresh(first.refresh()).statusCode(200).extract().response());
        Tokens third = Tokens.of(
                Client.refresh(second.refresh()).statusCode(200).extract().response());

        // Then
        assertThat(third.session()).isEqualTo(first.session());
        assertThat(List.of(first.refresh(), second.refresh(), third.refresh())).doesNotHaveDuplicates();
        Client.as(third.access()).get("/v1/me").then().statusCode(200).body("userId", equalTo(first.user()));
    }

    @Test
    void endsTheSessionWhenARefreshTokenComesTwice() {
        // Given
        Tokens first = Client.newSession(Client.newUser());
        Tokens second = Tokens.of(
                Client.refresh(first.refresh()).statusCode(200).extract().response());

        // When
        Client.refresh(first.refresh()).statusCode(401).body("code", equalTo("unauthenticated"));

        // Then
        Client.refresh(second.refresh()).statusCode(401);
        Client.as(second.access()).get("/v1/me").then().statusCode(401);
    }

    @Test
    void letsOneOfManyUseARefreshToken() throws Exception {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());
        Callable<Integer> attempt =
                () -> Client.refresh(tokens.refresh()).extract().statusCode();
        ExecutorService clients = Executors.newFixedThreadPool(8);

        // When
        List<Future<Integer>> answers = clients.invokeAll(Collections.nCopies(8, attempt));
        clients.shutdown();

        // Then
        assertThat(answers).extracting(Future::get).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void signsOutAndLetsTheDeviceComeBack() {
        // Given
        String username = Client.newUser();
        Tokens tokens = Client.newSession(username);

        // When
        Client.as(tokens.access()).delete("/v1/sessions/current").then().statusCode(204);

        // Then
        Client.as(tokens.access()).get("/v1/me").then().statusCode(401);
        Client.refresh(tokens.refresh()).statusCode(401);
        Client.signIn(username, PASSWORD, tokens.device()).statusCode(201);
    }

    @Test
    void removesADeviceWithItsSessions() {
        // Given
        String username = Client.newUser();
        Tokens lost = Client.newSession(username);
        Tokens kept = Client.newSession(username);

        // When
        Client.as(kept.access()).delete("/v1/devices/" + lost.device()).then().statusCode(204);

        // Then
        Client.as(lost.access()).get("/v1/me").then().statusCode(401);
        Client.refresh(lost.refresh()).statusCode(401);
        Client.as(kept.access()).delete("/v1/devices/" + lost.device()).then().statusCode(404);
        Client.as(kept.access())
                .get("/v1/devices")
                .then()
                .body("devices", hasSize(1))
                .body("devices[0].deviceId", equalTo(kept.device()))
                .body("devices[0].current", equalTo(true));
        try (AccountRecords records = new AccountRecords(kafka)) {
            var account = records.await(kept.user(), it -> it.getVersion() == 4);
            assertThat(account.getDevicesList())
                    .singleElement()
                    .satisfies(device -> assertThat(device.getDevice()).isEqualTo(kept.device()));
        }
    }

    @Test
    void doesNotRemoveADeviceOfSomebodyElse() {
        // Given
        Tokens alice = Client.newSession(Client.newUser());
        Tokens bob = Client.newSession(Client.newUser());

        // Then
        Client.as(bob.access()).delete("/v1/devices/" + alice.device()).then().statusCode(404);
        Client.as(alice.access()).get("/v1/me").then().statusCode(200);
    }

    @Test
    void findsOthersByIdAndByName() {
        // Given
        String bobsName = Client.newUser();
        Tokens bob = Client.newSession(bobsName);
        Tokens alice = Client.newSession(Client.newUser());

        // Then
        Client.as(alice.access())
                .get("/v1/users/" + bob.user())
                .then()
                .statusCode(200)
                .body("username", equalTo(bobsName))
                .body("displayName", equalTo("Anna Integration"))
                .body("devices", nullValue());
        Client.as(alice.access())
                .queryParam("username", bobsName)
                .get("/v1/users")
                .then()
                .statusCode(200)
                .body("userId", equalTo(bob.user()));
        Client.as(alice.access())
                .queryParam("username", Client.newName())
                .get("/v1/users")
                .then()
                .statusCode(404)
                .body("code", equalTo("user_unknown"));
        given().get("/v1/users/" + bob.user()).then().statusCode(401);
    }
}
