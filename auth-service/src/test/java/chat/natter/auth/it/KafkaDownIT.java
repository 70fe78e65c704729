package chat.natter.auth.it;

import static chat.natter.auth.it.Client.PASSWORD;
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
@TestProfile(KafkaDownIT.NoKafka.class)
class KafkaDownIT {
    public static class NoKafka implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:1", "natter.auth.publish.timeout", "PT1S");
        }
    }

    private final Rows rows;

    @Inject
    KafkaDownIT(DataSource dataSource) {
        this.rows = new Rows(dataSource);
    }

    @Test
    void tellsNoOneOfAnAccountThatOthersDoNotKnow() {
        // Given
        String username = Client.newName();

        // When
        Client.signUp(username, PASSWORD)
                .statusCode(503)
                .body("code", equalTo("unavailable"))
                .body("detail", containsString("message log"));

        // Then: it is saved, owed to the topic, and its owner may come again
        assertThat(rows.isBehind(username)).isTrue();
        assertThat(rows.isClaimed(username)).isFalse();
        Client.signUp(username, PASSWORD).statusCode(503);
        Client.signUp(username, "somebody else's").statusCode(409);
    }

    @Test
    void leavesNoDeviceBehindThatNobodyHas() {
        // Given
        String username = Client.newName();
        Client.signUp(username, PASSWORD).statusCode(503);

        // When
        Client.signIn(username, PASSWORD).statusCode(503).body("code", equalTo("unavailable"));

        // Then
        assertThat(rows.devicesOf(username)).isZero();
    }
}
