package chat.natter.auth.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(RateLimitIT.Tight.class)
class RateLimitIT {
    public static class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "natter.auth.limits.sign-ins-of-username.capacity", "3",
                    "natter.auth.limits.sign-ups-of-address.capacity", "2");
        }
    }

    @Test
    void boundsTheTriesOfOneUserName() {
        // Given
        String username = Client.newName();
        for (int i = 0; i < 3; i++) {
            Client.signIn(username, "guess number " + i).statusCode(401);
        }

        // When
        String retryAfter = Client.signIn(username, "guess number 4")
                .statusCode(429)
                .body("code", equalTo("rate_limited"))
                .extract()
                .header("Retry-After");

        // Then
        assertThat(Integer.parseInt(retryAfter)).isBetween(1, 101);
        Client.signIn(Client.newName(), "guess").statusCode(401);
    }

    @Test
    void boundsTheSignUpsOfOneAddress() {
        Client.newUser();
        Client.newUser();
        Client.signUp(Client.newName(), Client.PASSWORD).statusCode(429);
    }
}
