package chat.natter.presence.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import chat.natter.presence.SignTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The edge without a broker: what is refused, and how. */
@QuarkusTest
@QuarkusTestResource(SignTokens.class)
final class PresenceResourceTest {
    private static final String PATH = "/v1/users/01ja0000000000000000000000/presence";

    @Test
    void refusesARequestWithoutAToken() {
        given().get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("unauthenticated"))
                .body("type", equalTo("urn:natter:problem:unauthenticated"))
                .body("status", equalTo(401));
    }

    @Test
    void refusesAForgedAnExpiredAndAForeignToken() {
        for (String token : new String[] {
            "not.a.token",
            SignTokens.valid() + "x",
            SignTokens.expired(),
            SignTokens.ofIssuer("somebody-else"),
            SignTokens.signedByAnotherKey()
        }) {
            given().header("Authorization", "Bearer " + token)
                    .get(PATH)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unauthenticated"));
        }
    }

    @Test
    void refusesAnIdThatIsNone() {
        given().header("Authorization", "Bearer " + SignTokens.valid())
                .get("/v1/users/BOB/presence")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad_request"))
                .body("detail", equalTo("not a valid user id"));
    }

    @Test
    void isUnavailableAsLongAsItOwnsNoPartition() {
        given().header("Authorization", "Bearer " + SignTokens.valid())
                .get(PATH)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("code", equalTo("unavailable"));
    }

    @Test
    void refusesAnotherMethod() {
        given().header("Authorization", "Bearer " + SignTokens.valid())
                .delete(PATH)
                .then()
                .statusCode(405)
                .body("code", equalTo("method_not_allowed"));
    }

    @Test
    void isAliveButNotReadyWithoutABroker() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503).body("checks[0].name", equalTo("streams"));
    }

    @Test
    void exposesItsFigures() {
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains("natter_presence_online_users 0.0", "natter_presence_sessions 0.0")
                .contains("natter_presence_expiries_total{cause=\"silent\"}");
    }
}
