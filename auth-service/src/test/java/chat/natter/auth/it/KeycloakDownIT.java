package chat.natter.auth.it;

import static chat.natter.auth.it.Client.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(KeycloakDownIT.NoKeycloak.class)
class KeycloakDownIT {
    public static class NoKeycloak implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("natter.auth.keycloak.url", "http://127.0.0.1:1");
        }
    }

    private final Rows rows;

    @Inject
    KeycloakDownIT(DataSource dataSource) {
        this.rows = new Rows(dataSource);
    }

    @Test
    void saysThatPasswordsCannotBeCheckedNow() {
        Client.signIn(Client.newName(), PASSWORD)
                .statusCode(503)
                .body("code", equalTo("unavailable"))
                .body("detail", containsString("identity provider"))
                .header("Retry-After", equalTo("5"));
    }

    @Test
    void holdsNoNameForASignUpThatFailed() {
        // Given
        String username = Client.newName();

        // When
        Client.signUp(username, PASSWORD).statusCode(503).body("code", equalTo("unavailable"));

        // Then: the next attempt meets the outage, not a name that is taken
        assertThat(rows.isClaimed(username)).isFalse();
        Client.signUp(username, PASSWORD).statusCode(503);
    }

    @Test
    void staysReadyForTheSessionsThatThereAre() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/group/dependencies").then().statusCode(503);
        assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains("natter_auth_keycloak_up 0.0");
        Client.refresh("A".repeat(43)).statusCode(401);
    }
}
