package chat.natter.auth.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is a convenience for developers does not exist in the profile that operators run. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(ProductionIT.Production.class)
class ProductionIT {
    public static class Production implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "prod";
        }
    }

    @Test
    void showsNoCodesAndSendsNoneUntilAWayIsSetUp() {
        given().queryParam("to", "+4915112345678")
                .get("/v1/dev/outbox")
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
        Client.post("/v1/verifications", Map.of("phone", Phones.newNumber()))
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        Client.newSession(Client.newUser());
    }
}
