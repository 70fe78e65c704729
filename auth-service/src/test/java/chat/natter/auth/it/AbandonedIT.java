package chat.natter.auth.it;

import static chat.natter.auth.it.Client.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.auth.account.Username;
import chat.natter.auth.identity.Identities;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(AbandonedIT.SweepOften.class)
class AbandonedIT {
    public static class SweepOften implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("natter.auth.sign-up.sweep-every", "PT1S", "natter.auth.sign-up.retry-window", "PT0S");
        }
    }

    private final Rows rows;
    private final Identities identities;

    @Inject
    AbandonedIT(DataSource dataSource, Identities identities) {
        this.rows = new Rows(dataSource);
        this.identities = identities;
    }

    @Test
    void clearsAwayWhatNobodyComesBackFor() {
        // Given
        String username = Client.newName();
        identities.createDisabled(new Username(username), PASSWORD);

        // When
        rows.pending(username, Instant.now().minusSeconds(1), null);

        // Then
        await().atMost(Duration.ofSeconds(15)).until(() -> !rows.exists(username));
        assertThat(identities.find(new Username(username))).isEmpty();
    }

    @Test
    void takesAnAccountAsToldWhenItsOwnerDoesNotAskForLong() {
        // Given
        String username = Client.newUser();

        // When
        rows.claim(username, Instant.now().minusSeconds(1));

        // Then
        await().atMost(Duration.ofSeconds(15)).until(() -> !rows.hasClaim(username));
        Client.newSession(username);
    }
}
