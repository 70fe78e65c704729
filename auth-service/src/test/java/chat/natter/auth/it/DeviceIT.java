package chat.natter.auth.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import chat.natter.auth.it.Client.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DeviceIT {
    private final String kafka;

    @Inject
    DeviceIT(@ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.kafka = kafka;
    }

    @Test
    void givesADeviceAnotherName() {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());

        // When
        rename(tokens, tokens.device(), "Kitchen").statusCode(204);

        // Then
        Client.as(tokens.access())
                .get("/v1/devices")
                .then()
                .body("devices[0].name", equalTo("Kitchen"))
                .body("devices[0].signedIn", equalTo(true));
        rename(tokens, tokens.device(), "").statusCode(400);
        rename(tokens, tokens.device(), "a\u202eb").statusCode(400);
        rename(tokens, "01k5v7m3q4r8s9t0v1w2x3y4z5", "Mine").statusCode(404);
    }

    @Test
    void addsTenDevicesAndThenOnlyInPlaceOfOneThatIsSignedOut() {
        // Given
        String username = Client.newUser();
        Tokens first = Client.newSession(username);
        for (int i = 0; i < 9; i++) {
            Client.newSession(username);
        }

        // Then
        Client.signIn(username, Client.PASSWORD).statusCode(409).body("code", equalTo("device_limit"));

        // When
        Client.as(first.access()).delete("/v1/sessions/current").then().statusCode(204);
        Tokens eleventh = Client.newSession(username);

        // Then
        Client.as(eleventh.access()).get("/v1/devices").then().body("devices", hasSize(10));
        Client.signIn(username, Client.PASSWORD, first.device()).statusCode(400);
    }

    @Test
    void letsWhoHasLostAllDevicesReplaceThem() {
        // Given
        String username = Client.newUser();
        Tokens lost = Client.newSession(username);

        // When
        Tokens only = Tokens.of(Client.post(
                        "/v1/sessions",
                        Map.of(
                                "grant",
                                "password",
                                "username",
                                username,
                                "password",
                                Client.PASSWORD,
                                "device",
                                Map.of("name", "New", "platform", "ios", "replacesOthers", true)))
                .statusCode(201)
                .extract()
                .response());

        // Then
        Client.as(only.access()).get("/v1/devices").then().body("devices", hasSize(1));
        Client.as(lost.access()).get("/v1/me").then().statusCode(401);
    }

    @Test
    void tellsTheOthersWhichSignInStandsAndThatItHasEnded() {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());

        // When
        Client.as(tokens.access()).delete("/v1/sessions/current").then().statusCode(204);

        // Then
        try (AccountRecords records = new AccountRecords(kafka)) {
            var signedIn = records.await(tokens.user(), it -> it.getVersion() == 2);
            assertThat(signedIn.getDevices(0).getSignIn()).isEqualTo(tokens.session());
            assertThat(signedIn.getDevices(0).getSignedOut()).isFalse();
            var signedOut = records.await(tokens.user(), it -> it.getVersion() == 3);
            assertThat(signedOut.getDevices(0).getSignIn()).isEqualTo(tokens.session());
            assertThat(signedOut.getDevices(0).getSignedOut()).isTrue();
        }
    }

    private static ValidatableResponse rename(Tokens tokens, String device, String name) {
        return Client.as(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .patch("/v1/devices/" + device)
                .then();
    }
}
