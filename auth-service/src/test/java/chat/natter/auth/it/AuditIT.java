package chat.natter.auth.it;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import chat.natter.auth.it.Client.Tokens;
import chat.natter.contract.Topic;
import chat.natter.contract.record.AuditEvent;
import chat.natter.contract.record.InboxRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AuditIT {
    private final String kafka;

    @Inject
    AuditIT(@ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.kafka = kafka;
    }

    @Test
    void tellsTheOtherDevicesAndTheLogOfARefreshTokenThatCameTwice() throws Exception {
        // Given
        String username = Client.newUser();
        Tokens stolen = Client.newSession(username);
        Client.refresh(stolen.refresh()).statusCode(200);
        List<String> notices = new ArrayList<>();
        List<String> events = new ArrayList<>();
        try (Tail inbox = new Tail(kafka, Topic.INBOX);
                Tail audit = new Tail(kafka, Topic.AUDIT)) {

            // When
            Client.refresh(stolen.refresh()).statusCode(401);

            // Then
            await().atMost(Duration.ofSeconds(15)).until(() -> {
                for (byte[] value : inbox.poll(stolen.user())) {
                    notices.add(InboxRecord.parseFrom(value).getSecurity().getEvent());
                }
                for (byte[] value : audit.poll(stolen.user())) {
                    AuditEvent event = AuditEvent.parseFrom(value);
                    events.add(event.getEvent() + " " + event.getDevice());
                }
                return notices.contains("refresh_token_reused")
                        && events.contains("refresh_token_reused " + stolen.device());
            });
        }
    }

    @Test
    void showsTheOwnerWhatHappened() {
        // Given
        String username = Client.newUser();
        Client.signIn(username, "wrong").statusCode(401);
        Tokens tokens = Client.newSession(username);

        // Then
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Client.as(tokens.access())
                        .get("/v1/me/audit")
                        .then()
                        .statusCode(200)
                        .body("events.event", hasItems("account_created", "sign_in_refused", "device_added"))
                        .body("events[0].address", equalTo("127.0.0.1")));
    }

    @Test
    void showsNobodyWhatHappenedToOthers() {
        // Given
        Tokens bob = Client.newSession(Client.newUser());
        Client.as(bob.access()).delete("/v1/sessions/current").then().statusCode(204);
        Tokens eve = Client.newSession(Client.newUser());

        // Then
        Client.as(eve.access())
                .get("/v1/me/audit")
                .then()
                .statusCode(200)
                .body("events.event", equalTo(List.of("device_added", "account_created")))
                .body("events.deviceId", everyItem(anyOf(nullValue(), equalTo(eve.device()))));
        Client.as(bob.access()).get("/v1/me/audit").then().statusCode(401);
        given().get("/v1/me/audit").then().statusCode(401);
    }

    @Test
    void pagesBackwards() {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());

        // When
        Map<String, Object> first = Client.as(tokens.access())
                .queryParam("limit", 1)
                .get("/v1/me/audit")
                .then()
                .body("events.event", equalTo(List.of("device_added")))
                .extract()
                .path("");

        // Then
        Client.as(tokens.access())
                .queryParam("limit", 5)
                .queryParam("cursor", first.get("cursor"))
                .get("/v1/me/audit")
                .then()
                .body("events.event", equalTo(List.of("account_created")));
        Client.as(tokens.access())
                .queryParam("cursor", "' OR 1=1 --")
                .get("/v1/me/audit")
                .then()
                .statusCode(400);
        Client.as(tokens.access())
                .queryParam("limit", 1000)
                .get("/v1/me/audit")
                .then()
                .statusCode(400);
    }
}
